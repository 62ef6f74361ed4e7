"""The operations tagged 'with nothing'."""

from __future__ import annotations

from .. import models
from .._runtime.bodies import Body
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.responses import Answer

LIST_PETS: Operation[list[models.PetUnion]] = Operation(
    "GET",
    "/pets",
    responses={
        "200": Answer("application/json", lambda: list[models.PetUnion]),
    },
)
ADD_PET: Operation[models.PetUnion] = Operation(
    "POST",
    "/pets",
    body=Body("application/json", lambda: models.PetUnionInput, required=True),
    responses={
        "201": Answer("application/json", lambda: models.PetUnion),
    },
)


class Default:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list_pets(self) -> list[models.PetUnion]:
        """GET /pets"""
        return self._client.send(LIST_PETS)

    def add_pet(self, *, body: models.PetUnionInput | models.PetUnionInputDict) -> models.PetUnion:
        """POST /pets"""
        return self._client.send(ADD_PET, body=body)


class AsyncDefault:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list_pets(self) -> list[models.PetUnion]:
        """GET /pets"""
        return await self._client.send(LIST_PETS)

    async def add_pet(
        self, *, body: models.PetUnionInput | models.PetUnionInputDict
    ) -> models.PetUnion:
        """POST /pets"""
        return await self._client.send(ADD_PET, body=body)
