"""The operations tagged 'cats'."""

from __future__ import annotations

from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.responses import Answer

COPY_PETS: Operation[None] = Operation(
    "COPY",
    "/pets",
    responses={
        "204": Answer(),
    },
)


class Cats:
    """The operations tagged 'cats'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def copy_pets(self) -> None:
        """COPY /pets"""
        return self._client.send(COPY_PETS)


class AsyncCats:
    """The operations tagged 'cats'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def copy_pets(self) -> None:
        """COPY /pets"""
        return await self._client.send(COPY_PETS)
