"""The operations tagged 'with nothing'."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.bodies import Body
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.files import Content, Upload
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.parameters import Path
from .._runtime.responses import Answer
from .._runtime.types import Integer

ANY_NAMED_PET: Operation[models.Pet] = Operation(
    "GET",
    "/pets",
    responses={
        "200": Answer("*/*", lambda: models.Pet, structured=True),
    },
)
PETS: Operation[models.Pet | list[models.Pet]] = Operation(
    "PUT",
    "/pets",
    body=(
        Body("application/*+json", lambda: models.Pet, required=True),
        Body("text/json", lambda: models.Pet, required=True),
    ),
    responses={
        "200": (
            Answer("text/plain", lambda: models.Pet, structured=True),
            Answer("application/json", lambda: models.Pet),
            Answer("application/vnd.list+json", lambda: list[models.Pet]),
        ),
        "404": Answer("application/*", lambda: Any),
    },
)
PICTURE: Operation[bytes] = Operation(
    "GET",
    "/pets/{id}/picture",
    parameters=(Path("id", lambda: Integer),),
    responses={
        "200": Answer("image/*", lambda: Upload),
    },
)
SET_PICTURE: Operation[str | bytes] = Operation(
    "PUT",
    "/pets/{id}/picture",
    parameters=(Path("id", lambda: Integer),),
    body=Body("image/*", lambda: Upload),
    responses={
        "200": Answer("*/*", lambda: str),
    },
)
COUNT: Operation[int] = Operation(
    "GET",
    "/count",
    responses={
        "200": Answer("text/plain", lambda: Integer, structured=True),
    },
)
SET_COUNT: Operation[str | bytes] = Operation(
    "PUT",
    "/count",
    body=Body("text/plain", lambda: Integer, required=True, structured=True),
    responses={
        "200": (
            Answer("application/xml", lambda: models.Pet),
            Answer("application/jsonl", lambda: Any),
            Answer("application/pdf", lambda: Any),
        ),
    },
)


class Default:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def any_named_pet(self) -> models.Pet:
        """GET /pets"""
        return self._client.send(ANY_NAMED_PET)

    def pets(self, *, body: models.Pet | models.PetDict) -> models.Pet | list[models.Pet]:
        """PUT /pets

        Args:
            body: Sent as `application/*+json` if it can be; other media types, chosen by
                `with_options(headers={"Content-Type": ...})`: `text/json`.
        """
        return self._client.send(PETS, body=body)

    def picture(self, id: int) -> bytes:
        """GET /pets/{id}/picture"""
        return self._client.send(PICTURE, {"id": id})

    def set_picture(self, id: int, *, body: Content | UNSET = UNSET) -> str | bytes:
        """PUT /pets/{id}/picture

        Args:
            body: Sent as `image/*`, chosen by `with_options(headers={"Content-Type": ...})`.
        """
        return self._client.send(SET_PICTURE, {"id": id}, body=body)

    def count(self) -> int:
        """GET /count"""
        return self._client.send(COUNT)

    def set_count(self, *, body: int) -> str | bytes:
        """PUT /count"""
        return self._client.send(SET_COUNT, body=body)


class AsyncDefault:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def any_named_pet(self) -> models.Pet:
        """GET /pets"""
        return await self._client.send(ANY_NAMED_PET)

    async def pets(self, *, body: models.Pet | models.PetDict) -> models.Pet | list[models.Pet]:
        """PUT /pets

        Args:
            body: Sent as `application/*+json` if it can be; other media types, chosen by
                `with_options(headers={"Content-Type": ...})`: `text/json`.
        """
        return await self._client.send(PETS, body=body)

    async def picture(self, id: int) -> bytes:
        """GET /pets/{id}/picture"""
        return await self._client.send(PICTURE, {"id": id})

    async def set_picture(self, id: int, *, body: Content | UNSET = UNSET) -> str | bytes:
        """PUT /pets/{id}/picture

        Args:
            body: Sent as `image/*`, chosen by `with_options(headers={"Content-Type": ...})`.
        """
        return await self._client.send(SET_PICTURE, {"id": id}, body=body)

    async def count(self) -> int:
        """GET /count"""
        return await self._client.send(COUNT)

    async def set_count(self, *, body: int) -> str | bytes:
        """PUT /count"""
        return await self._client.send(SET_COUNT, body=body)
