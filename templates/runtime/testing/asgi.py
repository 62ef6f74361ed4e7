"""An ASGI application that is called in this process, and whose answer arrives as it is sent.

httpx2's own transport waits for the end of an answer before it tells of its beginning.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, MutableMapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import httpx2

Message: TypeAlias = MutableMapping[str, Any]

HELD = 3
"""The messages that an application may be ahead of its client: as many as an answer in one piece takes."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The application has returned, or raised this."""

    error: Exception | None


class Call:
    """An application at work on a request, in a task of its own. What it raises is raised here, if it `raises`."""

    def __init__(self, app: Any, request: httpx2.Request, content: bytes, root_path: str, *, raises: bool) -> None:
        self.head = request.method == "HEAD"
        self.raises = raises
        self.unread = [{"type": "http.request", "body": content, "more_body": False}]
        self.messages: asyncio.Queue[Message | Ended] = asyncio.Queue(HELD)
        self.answered = asyncio.Event()
        self.ended = False
        self.closed = False
        self.task = asyncio.create_task(self.run(app, scope(request, root_path)))

    async def run(self, app: Any, scope: Message) -> None:
        error = None
        try:
            await app(scope, self.receive, self.send)
        except Exception as raised:
            error = raised
        await self.tell(Ended(error))

    async def receive(self) -> Message:
        if self.unread:
            return self.unread.pop()
        await self.answered.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.body" and not message.get("more_body", False):
            self.answered.set()
        await self.tell(message)

    async def tell(self, message: Message | Ended) -> None:
        if not self.closed:
            await self.messages.put(message)

    async def next(self) -> Message | None:
        """What is sent next, None at the end."""
        if self.ended:
            return None
        message = await self.messages.get()
        if not isinstance(message, Ended):
            return message
        self.ended = True
        if self.raises and message.error is not None:
            raise message.error
        return None

    async def start(self) -> tuple[int, list[tuple[bytes, bytes]]]:
        """The status and the headers; a 500 if there are none."""
        message = await self.next()
        if message is None:
            self.answered.set()
            return 500, []
        return message["status"], list(message.get("headers", ()))

    async def chunk(self) -> bytes | None:
        """The next piece of the content, None at the end; raises RemoteProtocolError if it ends too early."""
        while (message := await self.next()) is not None:
            content: bytes = message.get("body", b"")
            if content and not self.head:
                return content
        if not self.answered.is_set():
            raise httpx2.RemoteProtocolError("the application ended before its answer did")
        return None

    async def close(self) -> None:
        """End the application, whatever it does."""
        self.closed = True
        self.task.cancel()
        await asyncio.wait([self.task])


def scope(request: httpx2.Request, root_path: str) -> Message:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "scheme": request.url.scheme,
        "path": request.url.path,
        "raw_path": request.url.raw_path.split(b"?")[0],
        "query_string": request.url.query,
        "server": (request.url.host, request.url.port),
        "client": ("127.0.0.1", 123),
        "root_path": root_path,
    }


class Arriving(httpx2.AsyncByteStream):
    """The content of an answer whose application may still be at work."""

    def __init__(self, call: Call) -> None:
        self.call = call

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        while (chunk := await self.call.chunk()) is not None:
            yield chunk

    async def aclose(self) -> None:
        await self.call.close()


class AsyncASGITransport(httpx2.AsyncBaseTransport):
    """`httpx2.AsyncClient(transport=AsyncASGITransport(app))` calls an application in this process, on asyncio.

    An answer arrives as it is sent. Exceptions of the application are raised, unless `raise_app_exceptions` is off:
    then they are a 500, or break off an answer that has begun. To close an answer early is to cancel the application.
    """

    def __init__(self, app: Any, *, raise_app_exceptions: bool = True, root_path: str = "") -> None:
        self.app = app
        self.raises = raise_app_exceptions
        self.root_path = root_path

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        call = Call(self.app, request, await request.aread(), self.root_path, raises=self.raises)
        try:
            status, headers = await call.start()
        except BaseException:
            await call.close()
            raise
        return httpx2.Response(status, headers=headers, stream=Arriving(call))
