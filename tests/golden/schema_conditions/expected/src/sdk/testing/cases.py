"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.testing.case import BodyCase, Case, ResponseCase, SchemaCase

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase(
        "Address", lambda: models.Address, strategies.address, "/components/schemas/Address"
    ),
    SchemaCase(
        "European", lambda: models.European, strategies.european, "/components/schemas/European"
    ),
    SchemaCase("Named", lambda: models.Named, strategies.named, "/components/schemas/Named"),
    SchemaCase("Order", lambda: models.Order, strategies.order, "/components/schemas/Order"),
    SchemaCase(
        "Payment", lambda: models.Payment, strategies.payment, "/components/schemas/Payment"
    ),
    SchemaCase("Rate", lambda: models.Rate, strategies.rate, "/components/schemas/Rate"),
    SchemaCase("Shape", lambda: models.Shape, strategies.shape, "/components/schemas/Shape"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="default",
        name="pay",
        method="POST",
        path="/payments",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.Payment,
                strategies.payment,
                "/paths/~1payments/post/requestBody/content/application~1json/schema",
                arguments={
                    "kind": "kind",
                    "number": "number",
                    "iban": "iban",
                    "address": "address",
                },
                optional=(("number",), ("iban",), ("address",), ("address", "country")),
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.Order,
                strategies.order,
                "/paths/~1payments/post/responses/200/content/application~1json/schema",
            ),
        ),
    ),
)
