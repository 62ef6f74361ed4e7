"""The operations tagged 'pets'."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .. import models
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.parameters import Query
from .._runtime.responses import Answer
from .._runtime.types import OPEN, Integer

LIST_PETS: Operation[list[models.Pet]] = Operation(
    "GET",
    "/pets",
    parameters=(
        Query("kind", lambda: Annotated[Literal["cat", "dog's"] | str, OPEN]),
        Query("limit", lambda: Annotated[Integer, Field(ge=1, le=100)]),
    ),
    responses={
        "200": Answer("application/json", lambda: list[models.Pet]),
    },
)


class Pets:
    """The operations tagged 'pets'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list_pets(
        self, *, kind: Literal["cat", "dog's"] | None = None, limit: int | None = None
    ) -> list[models.Pet]:
        """List the pets

        Args:
            kind: Only pets of this kind.
            limit: Default: `20`.
        """
        return self._client.send(LIST_PETS, {"kind": kind, "limit": limit})


class AsyncPets:
    """The operations tagged 'pets'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list_pets(
        self, *, kind: Literal["cat", "dog's"] | None = None, limit: int | None = None
    ) -> list[models.Pet]:
        """List the pets

        Args:
            kind: Only pets of this kind.
            limit: Default: `20`.
        """
        return await self._client.send(LIST_PETS, {"kind": kind, "limit": limit})
