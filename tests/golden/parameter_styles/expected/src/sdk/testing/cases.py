"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping
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

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="default",
        name="styled",
        method="GET",
        path="/{matrix}/{label}/{json}",
        parameters=(
            ParameterCase(
                "matrix",
                "matrix",
                "path",
                lambda: Integer,
                integers,
                required=True,
                style="matrix",
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/0/schema",
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
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/1/schema",
            ),
            ParameterCase(
                "json",
                "json",
                "path",
                lambda: models.Filter,
                strategies.filter,
                required=True,
                media_type="application/json",
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/2/content/application~1json/schema",
            ),
            ParameterCase(
                "filter",
                "filter",
                "query",
                lambda: models.Filter,
                strategies.filter,
                style="form",
                media_type="application/json",
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/3/content/application~1json/schema",
            ),
            ParameterCase(
                "x_filter",
                "X-Filter",
                "header",
                lambda: models.Filter,
                strategies.filter,
                media_type="application/json",
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/4/content/application~1json/schema",
            ),
            ParameterCase(
                "cookie",
                "cookie",
                "cookie",
                lambda: models.Filter,
                strategies.filter,
                style="form",
                media_type="application/json",
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/5/content/application~1json/schema",
            ),
            ParameterCase(
                "text",
                "text",
                "query",
                lambda: Integer,
                integers,
                style="form",
                media_type="text/plain",
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/6/content/text~1plain/schema",
            ),
            ParameterCase(
                "path",
                "path",
                "query",
                lambda: str,
                text,
                style="form",
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/7/schema",
            ),
            ParameterCase(
                "flag",
                "flag",
                "query",
                lambda: bool,
                booleans,
                style="form",
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/8/schema",
            ),
            ParameterCase(
                "spaced",
                "spaced",
                "query",
                lambda: list[Integer],
                lambda: lists(integers()),
                style="spaceDelimited",
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/9/schema",
            ),
            ParameterCase(
                "piped",
                "piped",
                "query",
                lambda: list[Integer],
                lambda: lists(integers()),
                style="pipeDelimited",
                explode=True,
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/10/schema",
            ),
            ParameterCase(
                "deep",
                "deep",
                "query",
                lambda: models.Deep,
                strategies.deep,
                style="deepObject",
                explode=True,
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/11/schema",
            ),
            ParameterCase(
                "x_deep",
                "X-Deep",
                "header",
                lambda: models.StyledXDeep,
                strategies.styled_x_deep,
                explode=True,
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/12/schema",
            ),
            ParameterCase(
                "sid",
                "sid",
                "cookie",
                lambda: list[Integer],
                lambda: lists(integers()),
                style="form",
                explode=False,
                pointer="/paths/~1{matrix}~1{label}~1{json}/get/parameters/13/schema",
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
)
