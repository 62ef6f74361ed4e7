"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from . import strategies
from .. import models
from .._runtime.testing.case import Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import integers, lists, text
from .._runtime.types import Integer

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase(
        "ListPagesResponseXSizes",
        lambda: models.ListPagesResponseXSizes,
        strategies.list_pages_response_x_sizes,
    ),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="default",
        name="list_pages",
        method="GET",
        path="/pages",
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: list[str],
                lambda: lists(text()),
                "/paths/~1pages/get/responses/200/content/application~1json/schema",
                headers=(
                    ParameterCase(
                        "X-Total",
                        "X-Total",
                        "header",
                        lambda: Integer,
                        integers,
                        required=True,
                        pointer="/components/headers/Total/schema",
                    ),
                    ParameterCase(
                        "Link",
                        "Link",
                        "header",
                        lambda: str,
                        text,
                        pointer="/paths/~1pages/get/responses/200/headers/Link/schema",
                    ),
                    ParameterCase(
                        "X-Kinds",
                        "X-Kinds",
                        "header",
                        lambda: list[Integer],
                        lambda: lists(integers()),
                        pointer="/paths/~1pages/get/responses/200/headers/X-Kinds/schema",
                    ),
                    ParameterCase(
                        "X-Sizes",
                        "X-Sizes",
                        "header",
                        lambda: models.ListPagesResponseXSizes,
                        strategies.list_pages_response_x_sizes,
                        explode=True,
                        pointer="/paths/~1pages/get/responses/200/headers/X-Sizes/schema",
                    ),
                ),
            ),
            ResponseCase(
                "429",
                headers=(
                    ParameterCase(
                        "Retry-After",
                        "Retry-After",
                        "header",
                        lambda: Annotated[Integer, Field(ge=0)],
                        lambda: integers(0),
                        required=True,
                        pointer="/paths/~1pages/get/responses/429/headers/Retry-After/schema",
                    ),
                ),
            ),
        ),
    ),
    Case(
        tag="default",
        name="add_page",
        method="POST",
        path="/pages",
        responses=(
            ResponseCase(
                "201",
                headers=(
                    ParameterCase(
                        "Location",
                        "Location",
                        "header",
                        lambda: str,
                        text,
                        required=True,
                        pointer="/paths/~1pages/post/responses/201/headers/Location/schema",
                    ),
                ),
            ),
        ),
    ),
)
