from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .create_order_request_lines_item import CreateOrderRequestLinesItem


class CreateOrderRequest(Model):
    lines: list[CreateOrderRequestLinesItem]
