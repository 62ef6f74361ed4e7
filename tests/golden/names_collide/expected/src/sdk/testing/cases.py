"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from . import strategies
from .. import models
from .._runtime.testing.case import Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import integers, lists, text
from .._runtime.types import UNIQUE, Integer

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Field", lambda: models.Field, strategies.field, "/components/schemas/Field"),
    SchemaCase("Field2", lambda: models.Field2, strategies.field2, "/components/schemas/field"),
    SchemaCase(
        "FooBarBaz",
        lambda: models.FooBarBaz,
        strategies.foo_bar_baz,
        "/components/schemas/foo-Bar.baz",
    ),
    SchemaCase("Model", lambda: models.Model, strategies.model, "/components/schemas/Model"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="default", name="list_", method="GET", path="/things", responses=(ResponseCase("200"),)
    ),
    Case(
        tag="default",
        name="list_2",
        method="GET",
        path="/things/{id}",
        parameters=(
            ParameterCase(
                "id",
                "id",
                "path",
                lambda: str,
                text,
                required=True,
                pointer="/paths/~1things~1{id}/get/parameters/0/schema",
            ),
            ParameterCase(
                "id_2",
                "ID",
                "query",
                lambda: str,
                text,
                style="form",
                pointer="/paths/~1things~1{id}/get/parameters/1/schema",
            ),
        ),
        responses=(ResponseCase("200"),),
    ),
    Case(
        tag="default",
        name="unique",
        method="GET",
        path="/things/unique",
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: Annotated[list[Integer], UNIQUE],
                lambda: lists(integers(), unique=True),
                "/paths/~1things~1unique/get/responses/200/content/application~1json/schema",
            ),
        ),
    ),
)
