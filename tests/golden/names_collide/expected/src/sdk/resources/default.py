"""The operations tagged 'with nothing'."""

from __future__ import annotations

from typing import Annotated

from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.parameters import Path, Query
from .._runtime.responses import Answer
from .._runtime.types import Integer, UNIQUE as _UNIQUE

LIST_: Operation[None] = Operation(
    "GET",
    "/things",
    responses={
        "200": Answer(),
    },
)
LIST_2: Operation[None] = Operation(
    "GET",
    "/things/{id}",
    parameters=(
        Path("id", lambda: str),
        Query("ID", lambda: str, name="id_2"),
    ),
    responses={
        "200": Answer(),
    },
)
UNIQUE: Operation[list[int]] = Operation(
    "GET",
    "/things/unique",
    responses={
        "200": Answer("application/json", lambda: Annotated[list[Integer], _UNIQUE]),
    },
)


class Default:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list_(self) -> None:
        """GET /things"""
        return self._client.send(LIST_)

    def list_2(self, id: str, *, id_2: str | None = None) -> None:
        """GET /things/{id}"""
        return self._client.send(LIST_2, {"id": id, "id_2": id_2})

    def unique(self) -> list[int]:
        """GET /things/unique"""
        return self._client.send(UNIQUE)


class AsyncDefault:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list_(self) -> None:
        """GET /things"""
        return await self._client.send(LIST_)

    async def list_2(self, id: str, *, id_2: str | None = None) -> None:
        """GET /things/{id}"""
        return await self._client.send(LIST_2, {"id": id, "id_2": id_2})

    async def unique(self) -> list[int]:
        """GET /things/unique"""
        return await self._client.send(UNIQUE)
