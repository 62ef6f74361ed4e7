"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .create_order_request import CreateOrderRequest as CreateOrderRequest
    from .create_order_request import CreateOrderRequestDict as CreateOrderRequestDict
    from .create_order_request_lines_item import (
        CreateOrderRequestLinesItem as CreateOrderRequestLinesItem,
    )
    from .create_order_request_lines_item import (
        CreateOrderRequestLinesItemDict as CreateOrderRequestLinesItemDict,
    )
    from .create_order_response import CreateOrderResponse as CreateOrderResponse
else:
    _MODULES = {
        "CreateOrderRequest": "create_order_request",
        "CreateOrderRequestDict": "create_order_request",
        "CreateOrderRequestLinesItem": "create_order_request_lines_item",
        "CreateOrderRequestLinesItemDict": "create_order_request_lines_item",
        "CreateOrderResponse": "create_order_response",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
