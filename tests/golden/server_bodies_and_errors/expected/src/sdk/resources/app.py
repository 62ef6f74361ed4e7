"""The operations tagged 'app'."""

from __future__ import annotations

from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.responses import Answer

ROUTES: Operation[None] = Operation(
    "PUT",
    "/routes",
    responses={
        "200": Answer(),
    },
)


class App:
    """The operations tagged 'app'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def routes(self) -> None:
        """PUT /routes"""
        return self._client.send(ROUTES)


class AsyncApp:
    """The operations tagged 'app'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def routes(self) -> None:
        """PUT /routes"""
        return await self._client.send(ROUTES)
