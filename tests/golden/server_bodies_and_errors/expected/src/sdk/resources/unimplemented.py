"""The operations tagged 'Unimplemented'."""

from __future__ import annotations

from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.responses import Answer

RESULT: Operation[None] = Operation(
    "GET",
    "/routes",
    responses={
        "302": Answer(),
    },
)


class Unimplemented:
    """The operations tagged 'Unimplemented'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def result(self) -> None:
        """GET /routes"""
        return self._client.send(RESULT)


class AsyncUnimplemented:
    """The operations tagged 'Unimplemented'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def result(self) -> None:
        """GET /routes"""
        return await self._client.send(RESULT)
