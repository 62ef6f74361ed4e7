from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.lazy import later
from .._runtime.model import Model

if TYPE_CHECKING:
    from .create_order_request_lines_item import (
        CreateOrderRequestLinesItem,
        CreateOrderRequestLinesItemDict,
    )


class CreateOrderRequest(Model):
    lines: list[CreateOrderRequestLinesItem]


class CreateOrderRequestDict(TypedDict):
    """`CreateOrderRequest` as a dict, with the names of the wire."""

    lines: list[CreateOrderRequestLinesItemDict]


later(__name__, "CreateOrderRequestLinesItem", "CreateOrderRequestLinesItemDict")
