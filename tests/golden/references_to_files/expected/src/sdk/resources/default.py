"""The operations tagged 'with nothing'."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .. import models
from .._runtime.bodies import Body
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.parameters import Path
from .._runtime.responses import Answer

GET_PET: Operation[models.Pet] = Operation(
    "GET",
    "/pets/{petId}",
    parameters=(Path("petId", lambda: Annotated[str, Field(min_length=1)], name="pet_id"),),
    responses={
        "200": Answer("application/json", lambda: models.Pet),
        "default": Answer("application/json", lambda: models.ProblemResponse),
    },
)
ADD_PET: Operation[models.Owner] = Operation(
    "POST",
    "/pets",
    body=Body("application/json", lambda: models.Pet, required=True),
    responses={
        "201": Answer("application/json", lambda: models.Owner),
        "default": Answer("application/json", lambda: models.ProblemResponse),
    },
)


class Default:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get_pet(self, pet_id: str) -> models.Pet:
        """GET /pets/{petId}"""
        return self._client.send(GET_PET, {"pet_id": pet_id})

    def add_pet(
        self, *, body: models.Cat | models.CatDict | models.Dog | models.DogDict
    ) -> models.Owner:
        """POST /pets"""
        return self._client.send(ADD_PET, body=body)


class AsyncDefault:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get_pet(self, pet_id: str) -> models.Pet:
        """GET /pets/{petId}"""
        return await self._client.send(GET_PET, {"pet_id": pet_id})

    async def add_pet(
        self, *, body: models.Cat | models.CatDict | models.Dog | models.DogDict
    ) -> models.Owner:
        """POST /pets"""
        return await self._client.send(ADD_PET, body=body)
