"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.testing.case import BodyCase, Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import uuids
from .._runtime.types import Uuid

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Home", lambda: models.Home, strategies.home, "/components/schemas/Home"),
    SchemaCase(
        "PetPatch", lambda: models.PetPatch, strategies.pet_patch, "/components/schemas/PetPatch"
    ),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="pets",
        name="patch_pet",
        method="PATCH",
        path="/pets/{petId}",
        parameters=(
            ParameterCase(
                "pet_id",
                "petId",
                "path",
                lambda: Uuid,
                uuids,
                required=True,
                pointer="/paths/~1pets~1{petId}/patch/parameters/0/schema",
            ),
        ),
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.PetPatch,
                strategies.pet_patch,
                "/paths/~1pets~1{petId}/patch/requestBody/content/application~1json/schema",
                arguments={
                    "nickName": "nick_name",
                    "weight": "weight",
                    "born": "born",
                    "home": "home",
                },
                optional=(("nickName",), ("weight",), ("born",), ("home",), ("home", "street")),
                required=True,
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
)
