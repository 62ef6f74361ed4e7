"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from . import strategies
from .. import models
from .._runtime.testing.case import Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import integers, lists, sampled_from
from .._runtime.types import OPEN, Integer

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Pet", lambda: models.Pet, strategies.pet, "/components/schemas/Pet"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="pets",
        name="list_pets",
        method="GET",
        path="/pets",
        parameters=(
            ParameterCase(
                "kind",
                "kind",
                "query",
                lambda: Annotated[Literal["cat", "dog's"] | str, OPEN],
                lambda: sampled_from(["cat", "dog's"]),
                style="form",
                pointer="/paths/~1pets/get/parameters/0/schema",
            ),
            ParameterCase(
                "limit",
                "limit",
                "query",
                lambda: Annotated[Integer, Field(ge=1, le=100)],
                lambda: integers(1, 100),
                style="form",
                pointer="/paths/~1pets/get/parameters/1/schema",
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: list[models.Pet],
                lambda: lists(strategies.pet()),
                "/paths/~1pets/get/responses/200/content/application~1json/schema",
            ),
        ),
    ),
)
