"""The operations tagged 'pets'."""

from __future__ import annotations

from typing import Annotated, Any

from .. import models
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.kinds import Told
from .._runtime.operation import Operation
from .._runtime.responses import Answer
from .._runtime.types import Growing, OneOf

GET_PET: Operation[models.Cat | models.Dog | models.Robot | dict[str, Any]] = Operation(
    "GET",
    "/pet",
    responses={
        "200": Answer(
            "application/json",
            lambda: Annotated[
                OneOf[
                    Annotated[
                        OneOf[models.Cat, models.Dog],
                        Told("kind", {"kitten": models.Cat, "Dog": models.Dog}, exactly_one=True),
                    ],
                    models.Robot,
                ]
                | dict[str, Any],
                Growing(),
            ],
        ),
    },
)


class Pets:
    """The operations tagged 'pets'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get_pet(self) -> models.Cat | models.Dog | models.Robot | dict[str, Any]:
        """GET /pet"""
        return self._client.send(GET_PET)


class AsyncPets:
    """The operations tagged 'pets'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get_pet(self) -> models.Cat | models.Dog | models.Robot | dict[str, Any]:
        """GET /pet"""
        return await self._client.send(GET_PET)
