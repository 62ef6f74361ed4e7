"""The operations tagged 'files'."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .. import models
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.parameters import Header, Path
from .._runtime.responses import Answer

DOWNLOAD: Operation[bytes] = Operation(
    "GET",
    "/files/{name}",
    parameters=(Path("name", lambda: Annotated[str, Field(min_length=1)]),),
    responses={
        "200": Answer("application/octet-stream", lambda: Any),
        "404": Answer("application/json", lambda: models.Fault),
    },
    headers={
        "200": (Header("ETag", lambda: str),),
    },
)
STAT: Operation[bytes | None] = Operation(
    "HEAD",
    "/files/{name}",
    parameters=(Path("name", lambda: Annotated[str, Field(min_length=1)]),),
    responses={
        "200": Answer("application/octet-stream", lambda: Any),
    },
)
TAIL: Operation[str] = Operation(
    "GET",
    "/log",
    responses={
        "200": Answer("text/plain; charset=utf-16", lambda: str),
    },
)


class Files:
    """The operations tagged 'files'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def download(self, name: str) -> bytes:
        """GET /files/{name}

        Response headers:
            ETag: With 200, if at all.
        """
        return self._client.send(DOWNLOAD, {"name": name})

    def stat(self, name: str) -> bytes | None:
        """HEAD /files/{name}"""
        return self._client.send(STAT, {"name": name})

    def tail(self) -> str:
        """GET /log"""
        return self._client.send(TAIL)


class AsyncFiles:
    """The operations tagged 'files'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def download(self, name: str) -> bytes:
        """GET /files/{name}

        Response headers:
            ETag: With 200, if at all.
        """
        return await self._client.send(DOWNLOAD, {"name": name})

    async def stat(self, name: str) -> bytes | None:
        """HEAD /files/{name}"""
        return await self._client.send(STAT, {"name": name})

    async def tail(self) -> str:
        """GET /log"""
        return await self._client.send(TAIL)
