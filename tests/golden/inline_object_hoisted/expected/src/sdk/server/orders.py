"""The operations tagged 'orders'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import models
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import orders as _calls


class Orders:
    """The operations tagged 'orders'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def create_order(
        self, body: models.CreateOrderRequest
    ) -> Result[models.CreateOrderResponse]:
        """POST /orders"""
        raise Unimplemented("orders.create_order")


def routes(handlers: Orders | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Orders() if handlers is None else handlers
    yield Route(_calls.CREATE_ORDER, handlers.create_order)
