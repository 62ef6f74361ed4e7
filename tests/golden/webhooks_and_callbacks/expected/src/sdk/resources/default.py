"""The operations tagged 'with nothing'."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._runtime.bodies import Body, spread
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.responses import Answer

SUBSCRIBE: Operation[None] = Operation(
    "POST",
    "/hooks",
    body=Body("application/json", lambda: models.SubscribeRequest),
    responses={
        "204": Answer(),
    },
)


class Default:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def subscribe(
        self, *, url: str | UNSET = UNSET, extra_body: Mapping[str, object] | None = None
    ) -> None:
        """POST /hooks"""
        return self._client.send(SUBSCRIBE, body=spread({"url": url}, extra_body))


class AsyncDefault:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def subscribe(
        self, *, url: str | UNSET = UNSET, extra_body: Mapping[str, object] | None = None
    ) -> None:
        """POST /hooks"""
        return await self._client.send(SUBSCRIBE, body=spread({"url": url}, extra_body))
