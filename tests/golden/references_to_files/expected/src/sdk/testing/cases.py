"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from . import strategies
from .. import models
from .._runtime.testing.case import BodyCase, Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import text

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Cat", lambda: models.Cat, strategies.cat, "/components/schemas/Cat"),
    SchemaCase("Dog", lambda: models.Dog, strategies.dog, "/components/schemas/Dog"),
    SchemaCase("Home", lambda: models.Home, strategies.home, "/components/schemas/Home"),
    SchemaCase("Leaf", lambda: models.Leaf, strategies.leaf, "/components/schemas/Leaf"),
    SchemaCase("Owner", lambda: models.Owner, strategies.owner, "/components/schemas/Owner"),
    SchemaCase("Pet", lambda: models.Pet, strategies.pet, "/components/schemas/Pet"),
    SchemaCase("ProblemResponse", lambda: models.ProblemResponse, strategies.problem_response),
    SchemaCase("Tree", lambda: models.Tree, strategies.tree, "/components/schemas/Tree"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="default",
        name="get_pet",
        method="GET",
        path="/pets/{petId}",
        parameters=(
            ParameterCase(
                "pet_id",
                "petId",
                "path",
                lambda: Annotated[str, Field(min_length=1)],
                lambda: text(min_size=1),
                required=True,
                pointer="/components/parameters/petId/schema",
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.Pet,
                strategies.pet,
                "/components/pathItems/pet/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "default",
                "application/json",
                lambda: models.ProblemResponse,
                strategies.problem_response,
                "/components/pathItems/pet/get/responses/default/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="default",
        name="add_pet",
        method="POST",
        path="/pets",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.Pet,
                strategies.pet,
                "/paths/~1pets/post/requestBody/content/application~1json/schema",
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "201",
                "application/json",
                lambda: models.Owner,
                strategies.owner,
                "/paths/~1pets/post/responses/201/content/application~1json/schema",
            ),
            ResponseCase(
                "default",
                "application/json",
                lambda: models.ProblemResponse,
                strategies.problem_response,
                "/paths/~1pets/post/responses/default/content/application~1json/schema",
            ),
        ),
    ),
)
