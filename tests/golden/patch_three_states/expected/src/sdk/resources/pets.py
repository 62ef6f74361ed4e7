"""The operations tagged 'pets'."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from .. import models
from .._runtime.bodies import Body, spread
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.parameters import Path
from .._runtime.responses import Answer
from .._runtime.types import Uuid

PATCH_PET: Operation[None] = Operation(
    "PATCH",
    "/pets/{petId}",
    parameters=(Path("petId", lambda: Uuid, name="pet_id"),),
    body=Body("application/json", lambda: models.PetPatch, required=True),
    responses={
        "204": Answer(),
    },
)


class Pets:
    """The operations tagged 'pets'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def patch_pet(
        self,
        pet_id: UUID | str,
        *,
        nick_name: str | None | UNSET = UNSET,
        weight: float | None | UNSET = UNSET,
        born: datetime | str | UNSET = UNSET,
        home: models.Home | models.HomeDict | None | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> None:
        """PATCH /pets/{petId}

        Args:
            nick_name: Shown in place of the name.
        """
        return self._client.send(
            PATCH_PET,
            {"pet_id": pet_id},
            body=spread(
                {"nickName": nick_name, "weight": weight, "born": born, "home": home}, extra_body
            ),
        )


class AsyncPets:
    """The operations tagged 'pets'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def patch_pet(
        self,
        pet_id: UUID | str,
        *,
        nick_name: str | None | UNSET = UNSET,
        weight: float | None | UNSET = UNSET,
        born: datetime | str | UNSET = UNSET,
        home: models.Home | models.HomeDict | None | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> None:
        """PATCH /pets/{petId}

        Args:
            nick_name: Shown in place of the name.
        """
        return await self._client.send(
            PATCH_PET,
            {"pet_id": pet_id},
            body=spread(
                {"nickName": nick_name, "weight": weight, "born": born, "home": home}, extra_body
            ),
        )
