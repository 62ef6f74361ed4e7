"""The operations tagged 'Pets (v2)'."""

from __future__ import annotations

from .. import models
from .._runtime.bodies import Body
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.responses import Answer

CREATE_PET: Operation[models.Pet] = Operation(
    "POST",
    "/pets",
    body=Body("application/json", lambda: models.Pet),
    responses={
        "default": Answer("application/json", lambda: models.Pet),
    },
)


class Pets:
    """The operations tagged 'Pets (v2)'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create_pet(self, *, body: models.Pet | models.PetDict | UNSET = UNSET) -> models.Pet:
        """POST /pets"""
        return self._client.send(CREATE_PET, body=body)


class AsyncPets:
    """The operations tagged 'Pets (v2)'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create_pet(self, *, body: models.Pet | models.PetDict | UNSET = UNSET) -> models.Pet:
        """POST /pets"""
        return await self._client.send(CREATE_PET, body=body)
