"""The operations tagged 'pets'."""

from __future__ import annotations

from typing_extensions import deprecated

from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.responses import Answer

LIST_PETS: Operation[None] = Operation(
    "GET",
    "/pets",
    responses={
        "200": Answer(),
    },
    security=(("api_key", "tenant"), ("token",)),
)
HEALTH: Operation[None] = Operation(
    "GET",
    "/health",
    responses={
        "204": Answer(),
    },
)


class Pets:
    """The operations tagged 'pets'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list_pets(self) -> None:
        """GET /pets"""
        return self._client.send(LIST_PETS)

    @deprecated("health is deprecated", category=None)
    def health(self) -> None:
        """GET /health"""
        return self._client.send(HEALTH)


class AsyncPets:
    """The operations tagged 'pets'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list_pets(self) -> None:
        """GET /pets"""
        return await self._client.send(LIST_PETS)

    @deprecated("health is deprecated", category=None)
    async def health(self) -> None:
        """GET /health"""
        return await self._client.send(HEALTH)
