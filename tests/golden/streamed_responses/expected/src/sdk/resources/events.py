"""The operations tagged 'events'."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime.bodies import Body, spread
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.responses import Answer

WATCH: Operation[str] = Operation(
    "POST",
    "/events",
    body=Body("application/json", lambda: models.Watch, required=True),
    responses={
        "200": Answer("text/event-stream", lambda: str),
        "4XX": Answer("application/json", lambda: models.Fault),
    },
)
EXPORT: Operation[Any] = Operation(
    "GET",
    "/export",
    responses={
        "200": (
            Answer("application/json", lambda: list[Any]),
            Answer("application/x-ndjson", lambda: Any),
            Answer("*/*", lambda: Any),
        ),
    },
)


class Events:
    """The operations tagged 'events'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def watch(
        self, *, since: str | UNSET = UNSET, extra_body: Mapping[str, object] | None = None
    ) -> str:
        """POST /events"""
        return self._client.send(WATCH, body=spread({"since": since}, extra_body))

    def export(self) -> Any:
        """GET /export"""
        return self._client.send(EXPORT)


class AsyncEvents:
    """The operations tagged 'events'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def watch(
        self, *, since: str | UNSET = UNSET, extra_body: Mapping[str, object] | None = None
    ) -> str:
        """POST /events"""
        return await self._client.send(WATCH, body=spread({"since": since}, extra_body))

    async def export(self) -> Any:
        """GET /export"""
        return await self._client.send(EXPORT)
