"""What travels between a client and an application: recorded on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx2


@dataclass
class Exchange:
    """A request and its answer, in octets; header names are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    content: bytes
    status: int = 0
    media_type: str = ""
    answer: bytes = b""
    answer_headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass
class Tap:
    """An application that keeps what passes through it."""

    app: Any
    exchanges: list[Exchange] = field(default_factory=list[Exchange])

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        content = b""
        more = True
        while more:
            message = await receive()
            content += message.get("body", b"")
            more = message.get("more_body", False)
        query = scope["query_string"].decode("ascii")
        exchange = Exchange(
            scope["method"],
            scope["raw_path"].decode("ascii") + (f"?{query}" if query else ""),
            {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]},
            content,
        )
        self.exchanges.append(exchange)
        unread = [{"type": "http.request", "body": content}]

        async def replay() -> Any:
            return unread.pop() if unread else await receive()

        async def keep(message: Any) -> None:
            if message["type"] == "http.response.start":
                exchange.status = message["status"]
                headers = {name.decode("latin-1").lower(): value.decode() for name, value in message["headers"]}
                exchange.media_type, exchange.answer_headers = headers.get("content-type", ""), headers
            exchange.answer += message.get("body", b"")
            await send(message)

        await self.app(scope, replay, keep)


@dataclass
class Recorder:
    """A server that answers every request alike, and keeps the requests."""

    status: int
    media_type: str = ""
    content: bytes = b""
    requests: list[httpx2.Request] = field(default_factory=list[httpx2.Request])

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        headers = {"content-type": self.media_type} if self.media_type else {}
        return httpx2.Response(self.status, headers=headers, content=self.content)
