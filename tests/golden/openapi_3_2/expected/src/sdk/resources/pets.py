"""All about pets."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._runtime.bodies import Body, spread
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.responses import Answer

FIND_PETS: Operation[list[models.Pet]] = Operation(
    "QUERY",
    "/pets",
    body=Body("application/json", lambda: models.FindPetsRequest, required=True),
    responses={
        "200": Answer("application/json", lambda: list[models.Pet]),
    },
)


class Pets:
    """All about pets."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def find_pets(
        self, *, name: str, extra_body: Mapping[str, object] | None = None
    ) -> list[models.Pet]:
        """QUERY /pets"""
        return self._client.send(FIND_PETS, body=spread({"name": name}, extra_body))


class AsyncPets:
    """All about pets."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def find_pets(
        self, *, name: str, extra_body: Mapping[str, object] | None = None
    ) -> list[models.Pet]:
        """QUERY /pets"""
        return await self._client.send(FIND_PETS, body=spread({"name": name}, extra_body))
