"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from . import strategies
from .. import models
from .._runtime.testing.case import Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import integers, numbers, one_of
from .._runtime.types import Integer, Number, OneOf
from .document import valid

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Cat", lambda: models.Cat, strategies.cat, "/components/schemas/Cat"),
    SchemaCase("Dog", lambda: models.Dog, strategies.dog, "/components/schemas/Dog"),
    SchemaCase("Fish", lambda: models.Fish, strategies.fish, "/components/schemas/Fish"),
    SchemaCase("Owner", lambda: models.Owner, strategies.owner, "/components/schemas/Owner"),
    SchemaCase("Pet", lambda: models.Pet, strategies.pet, "/components/schemas/Pet"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="default",
        name="find_pet",
        method="GET",
        path="/pets",
        parameters=(
            ParameterCase(
                "near",
                "near",
                "query",
                lambda: OneOf[Annotated[Integer, Field(ge=0)], Annotated[Number, Field(le=9)]],
                lambda: valid(
                    "/paths/~1pets/get/parameters/0/schema", one_of(integers(0), numbers(maximum=9))
                ),
                style="form",
                pointer="/paths/~1pets/get/parameters/0/schema",
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.Pet,
                strategies.pet,
                "/paths/~1pets/get/responses/200/content/application~1json/schema",
            ),
        ),
    ),
)
