"""The operations tagged 'with nothing'."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._runtime.bodies import Body, spread
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.responses import Answer

SEND: Operation[None] = Operation(
    "POST",
    "/headers",
    body=Body("application/json", lambda: models.SendRequest),
    responses={
        "204": Answer(),
    },
)


class Default:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def send(
        self,
        *,
        to: str | UNSET = UNSET,
        x_retry: int | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> None:
        """POST /headers"""
        return self._client.send(SEND, body=spread({"to": to, "x-retry": x_retry}, extra_body))


class AsyncDefault:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def send(
        self,
        *,
        to: str | UNSET = UNSET,
        x_retry: int | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> None:
        """POST /headers"""
        return await self._client.send(
            SEND, body=spread({"to": to, "x-retry": x_retry}, extra_body)
        )
