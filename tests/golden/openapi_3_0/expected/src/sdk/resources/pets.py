"""The operations tagged 'Pets (v2)'."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._runtime.bodies import Body, spread
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

    def create_pet(
        self,
        *,
        owner: str | None,
        age: int | UNSET = UNSET,
        home: models.Home | models.HomeDict | None | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Pet:
        """POST /pets"""
        return self._client.send(
            CREATE_PET, body=spread({"owner": owner, "age": age, "home": home}, extra_body)
        )


class AsyncPets:
    """The operations tagged 'Pets (v2)'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create_pet(
        self,
        *,
        owner: str | None,
        age: int | UNSET = UNSET,
        home: models.Home | models.HomeDict | None | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Pet:
        """POST /pets"""
        return await self._client.send(
            CREATE_PET, body=spread({"owner": owner, "age": age, "home": home}, extra_body)
        )
