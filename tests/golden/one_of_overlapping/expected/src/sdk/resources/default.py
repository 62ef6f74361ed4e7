"""The operations tagged 'with nothing'."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .. import models
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.parameters import Query
from .._runtime.responses import Answer
from .._runtime.types import Integer, Number, OneOf

FIND_PET: Operation[models.Pet] = Operation(
    "GET",
    "/pets",
    parameters=(
        Query(
            "near", lambda: OneOf[Annotated[Integer, Field(ge=0)], Annotated[Number, Field(le=9)]]
        ),
    ),
    responses={
        "200": Answer("application/json", lambda: models.Pet),
    },
)


class Default:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def find_pet(self, *, near: int | float | None = None) -> models.Pet:
        """GET /pets"""
        return self._client.send(FIND_PET, {"near": near})


class AsyncDefault:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def find_pet(self, *, near: int | float | None = None) -> models.Pet:
        """GET /pets"""
        return await self._client.send(FIND_PET, {"near": near})
