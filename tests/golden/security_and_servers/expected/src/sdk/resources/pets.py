"""The operations tagged 'pets'."""

from __future__ import annotations

from typing_extensions import deprecated

from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.parameters import Path
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
UPLOAD_PICTURE: Operation[None] = Operation(
    "PUT",
    "/pets/{id}/picture",
    parameters=(Path("id", lambda: str),),
    responses={
        "204": Answer(),
    },
    security=(("api_key", "tenant"), ("token",)),
    servers=("https://uploads.pets.example", "https://eu.pets.example/v2"),
)
GET_PICTURE: Operation[None] = Operation(
    "GET",
    "/pets/{id}/picture",
    parameters=(Path("id", lambda: str),),
    responses={
        "204": Answer(),
    },
    security=(("api_key", "tenant"), ("token",)),
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

    def upload_picture(self, id: str) -> None:
        """PUT /pets/{id}/picture

        Sent to https://uploads.pets.example, unless the client has a `base_url` that is none of
        `SERVERS`.
        """
        return self._client.send(UPLOAD_PICTURE, {"id": id})

    def get_picture(self, id: str) -> None:
        """GET /pets/{id}/picture"""
        return self._client.send(GET_PICTURE, {"id": id})


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

    async def upload_picture(self, id: str) -> None:
        """PUT /pets/{id}/picture

        Sent to https://uploads.pets.example, unless the client has a `base_url` that is none of
        `SERVERS`.
        """
        return await self._client.send(UPLOAD_PICTURE, {"id": id})

    async def get_picture(self, id: str) -> None:
        """GET /pets/{id}/picture"""
        return await self._client.send(GET_PICTURE, {"id": id})
