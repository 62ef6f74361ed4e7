"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from .._runtime.testing.case import Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import text

SCHEMAS: tuple[SchemaCase, ...] = ()

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="pets", name="list_pets", method="GET", path="/pets", responses=(ResponseCase("200"),)
    ),
    Case(tag="pets", name="health", method="GET", path="/health", responses=(ResponseCase("204"),)),
    Case(
        tag="pets",
        name="upload_picture",
        method="PUT",
        path="/pets/{id}/picture",
        parameters=(
            ParameterCase(
                "id",
                "id",
                "path",
                lambda: str,
                text,
                required=True,
                pointer="/paths/~1pets~1{id}~1picture/put/parameters/0/schema",
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
    Case(
        tag="pets",
        name="get_picture",
        method="GET",
        path="/pets/{id}/picture",
        parameters=(
            ParameterCase(
                "id",
                "id",
                "path",
                lambda: str,
                text,
                required=True,
                pointer="/paths/~1pets~1{id}~1picture/get/parameters/0/schema",
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
)
