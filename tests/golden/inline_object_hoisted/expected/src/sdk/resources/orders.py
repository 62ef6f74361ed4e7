"""The operations tagged 'orders'."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._runtime.bodies import Body, spread
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.responses import Answer

CREATE_ORDER: Operation[models.CreateOrderResponse] = Operation(
    "POST",
    "/orders",
    body=Body("application/json", lambda: models.CreateOrderRequest, required=True),
    responses={
        "201": Answer("application/json", lambda: models.CreateOrderResponse),
    },
)


class Orders:
    """The operations tagged 'orders'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create_order(
        self,
        *,
        lines: (
            list[models.CreateOrderRequestLinesItem] | list[models.CreateOrderRequestLinesItemDict]
        ),
        extra_body: Mapping[str, object] | None = None,
    ) -> models.CreateOrderResponse:
        """POST /orders"""
        return self._client.send(CREATE_ORDER, body=spread({"lines": lines}, extra_body))


class AsyncOrders:
    """The operations tagged 'orders'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create_order(
        self,
        *,
        lines: (
            list[models.CreateOrderRequestLinesItem] | list[models.CreateOrderRequestLinesItemDict]
        ),
        extra_body: Mapping[str, object] | None = None,
    ) -> models.CreateOrderResponse:
        """POST /orders"""
        return await self._client.send(CREATE_ORDER, body=spread({"lines": lines}, extra_body))
