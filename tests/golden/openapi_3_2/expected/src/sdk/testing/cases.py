"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.testing.case import BodyCase, Case, ResponseCase, SchemaCase
from .._runtime.testing.draw import lists

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Cat", lambda: models.Cat, strategies.cat, "/components/schemas/Cat"),
    SchemaCase("FindPetsRequest", lambda: models.FindPetsRequest, strategies.find_pets_request),
    SchemaCase("Other", lambda: models.Other, strategies.other, "/components/schemas/Other"),
    SchemaCase("Pet", lambda: models.Pet, strategies.pet, "/components/schemas/Pet"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="cats", name="copy_pets", method="COPY", path="/pets", responses=(ResponseCase("204"),)
    ),
    Case(
        tag="pets",
        name="find_pets",
        method="QUERY",
        path="/pets",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.FindPetsRequest,
                strategies.find_pets_request,
                "/paths/~1pets/query/requestBody/content/application~1json/schema",
                arguments={"name": "name"},
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: list[models.Pet],
                lambda: lists(strategies.pet()),
                "/paths/~1pets/query/responses/200/content/application~1json/schema",
            ),
        ),
    ),
)
