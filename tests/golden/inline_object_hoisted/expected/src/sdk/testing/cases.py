"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.testing.case import BodyCase, Case, ResponseCase, SchemaCase

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase(
        "CreateOrderRequest", lambda: models.CreateOrderRequest, strategies.create_order_request
    ),
    SchemaCase(
        "CreateOrderRequestLinesItem",
        lambda: models.CreateOrderRequestLinesItem,
        strategies.create_order_request_lines_item,
    ),
    SchemaCase(
        "CreateOrderResponse", lambda: models.CreateOrderResponse, strategies.create_order_response
    ),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="orders",
        name="create_order",
        method="POST",
        path="/orders",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.CreateOrderRequest,
                strategies.create_order_request,
                "/paths/~1orders/post/requestBody/content/application~1json/schema",
                arguments={"lines": "lines"},
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "201",
                "application/json",
                lambda: models.CreateOrderResponse,
                strategies.create_order_response,
                "/paths/~1orders/post/responses/201/content/application~1json/schema",
            ),
        ),
    ),
)
