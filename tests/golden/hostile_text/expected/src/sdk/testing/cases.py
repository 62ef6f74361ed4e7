"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from . import strategies
from .. import models
from .._runtime.testing.case import Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import sampled_from, text
from .._runtime.types import OPEN

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("AB", lambda: models.AB, strategies.ab, "/components/schemas/A-B"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="import_os",
        name="import_os",
        method="GET",
        path="/pets/{id}",
        parameters=(
            ParameterCase(
                "id",
                "id",
                "path",
                lambda: str,
                text,
                required=True,
                pointer="/paths/~1pets~1{id}/get/parameters/0/schema",
            ),
            ParameterCase(
                "x",
                "x'\"\n",
                "query",
                lambda: Annotated[Literal["'\"\\", "\u202e"] | str, OPEN],
                lambda: sampled_from(["'\"\\", "\u202e"]),
                style="form",
                pointer="/paths/~1pets~1{id}/get/parameters/1/schema",
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.AB,
                strategies.ab,
                "/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema",
            ),
        ),
    ),
)
