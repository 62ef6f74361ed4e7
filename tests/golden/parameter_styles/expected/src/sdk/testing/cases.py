"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from . import strategies
from .. import models
from .._runtime.testing.case import Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import booleans, integers, lists, text
from .._runtime.types import Integer

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Deep", lambda: models.Deep, strategies.deep, "/components/schemas/Deep"),
    SchemaCase("DeepA", lambda: models.DeepA, strategies.deep_a),
    SchemaCase("Filter", lambda: models.Filter, strategies.filter, "/components/schemas/Filter"),
    SchemaCase("StyledXDeep", lambda: models.StyledXDeep, strategies.styled_x_deep),
)

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="default",
        name="styled",
        method="GET",
        path="/{matrix}/{label}/{json}",
        parameters=(
            ParameterCase(
                "matrix", "matrix", "path", lambda: Integer, integers, required=True, style="matrix"
            ),
            ParameterCase(
                "label",
                "label",
                "path",
                lambda: Annotated[list[Integer], Field(min_length=1)],
                lambda: lists(integers(), min_size=1),
                required=True,
                style="label",
                explode=True,
            ),
            ParameterCase(
                "json",
                "json",
                "path",
                lambda: models.Filter,
                strategies.filter,
                required=True,
                media_type="application/json",
            ),
            ParameterCase(
                "filter",
                "filter",
                "query",
                lambda: models.Filter,
                strategies.filter,
                style="form",
                media_type="application/json",
            ),
            ParameterCase(
                "x_filter",
                "X-Filter",
                "header",
                lambda: models.Filter,
                strategies.filter,
                media_type="application/json",
            ),
            ParameterCase(
                "cookie",
                "cookie",
                "cookie",
                lambda: models.Filter,
                strategies.filter,
                style="form",
                media_type="application/json",
            ),
            ParameterCase(
                "text",
                "text",
                "query",
                lambda: Integer,
                integers,
                style="form",
                media_type="text/plain",
            ),
            ParameterCase("path", "path", "query", lambda: str, text, style="form"),
            ParameterCase("flag", "flag", "query", lambda: bool, booleans, style="form"),
            ParameterCase(
                "spaced",
                "spaced",
                "query",
                lambda: list[Integer],
                lambda: lists(integers()),
                style="spaceDelimited",
            ),
            ParameterCase(
                "piped",
                "piped",
                "query",
                lambda: list[Integer],
                lambda: lists(integers()),
                style="pipeDelimited",
                explode=True,
            ),
            ParameterCase(
                "deep",
                "deep",
                "query",
                lambda: models.Deep,
                strategies.deep,
                style="deepObject",
                explode=True,
            ),
            ParameterCase(
                "x_deep",
                "X-Deep",
                "header",
                lambda: models.StyledXDeep,
                strategies.styled_x_deep,
                explode=True,
            ),
            ParameterCase(
                "sid",
                "sid",
                "cookie",
                lambda: list[Integer],
                lambda: lists(integers()),
                style="form",
                explode=False,
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
)
