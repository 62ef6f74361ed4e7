"""An ASGI application as a transport of the client that waits; `asgi` has the one of the client that is awaited.

All transports share one event loop in a thread of its own, which starts with the first request and ends with the
interpreter. They may be used from many threads at once, but not by the application itself: it would wait for itself.
"""

from __future__ import annotations

import asyncio
import atexit
from collections.abc import Coroutine, Iterator
from threading import Lock, Thread, current_thread
from typing import Any, TypeVar

import httpx2

from .asgi import Arriving, AsyncASGITransport, Call

T = TypeVar("T")


class LoopThread:
    """A thread that runs an event loop."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = Thread(target=self.loop.run_forever, name="asgi-bridge", daemon=True)
        self.thread.start()

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """The outcome of a coroutine; raises what it raises."""
        if current_thread() is self.thread:
            coroutine.close()
            raise RuntimeError("the application cannot wait for a call to itself on its own event loop")
        future = asyncio.run_coroutine_threadsafe(coroutine, self.loop)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def close(self) -> None:
        """Cancel what still runs, and end the thread."""
        if self.thread.is_alive():
            self.run(self.drain())
            self.loop.call_soon_threadsafe(self.loop.stop)
            self.thread.join()
            self.loop.close()

    async def drain(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self.loop.shutdown_asyncgens()
        await self.loop.shutdown_default_executor()


class Shared:
    """The loop that all transports share."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.running: LoopThread | None = None

    def get(self) -> LoopThread:
        with self.lock:
            if self.running is None or not self.running.thread.is_alive():  # as after a fork
                self.running = LoopThread()
                atexit.register(self.running.close)
            return self.running


SHARED = Shared()


class SyncASGITransport(httpx2.BaseTransport):
    """`httpx2.Client(transport=SyncASGITransport(app))` calls an application in this process.

    An answer arrives as it is sent. Exceptions of the application are raised, unless `raise_app_exceptions` is off:
    then they are a 500, or break off an answer that has begun. To close an answer early is to cancel the application.
    """

    def __init__(self, app: Any, *, raise_app_exceptions: bool = True, root_path: str = "") -> None:
        self.transport = AsyncASGITransport(app, raise_app_exceptions=raise_app_exceptions, root_path=root_path)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        thread = SHARED.get()
        answer, content = thread.run(self.respond(request))
        stream = httpx2.ByteStream(content) if isinstance(content, bytes) else Bridged(thread, content)
        return httpx2.Response(answer.status_code, headers=answer.headers, stream=stream)

    async def respond(self, request: httpx2.Request) -> tuple[httpx2.Response, bytes | Call]:
        """An answer, with its content if all of it has been sent already, or else with what sends it."""
        answer = await self.transport.handle_async_request(request)
        assert isinstance(answer.stream, Arriving)
        call = answer.stream.call
        return answer, await answer.aread() if call.task.done() else call


class Bridged(httpx2.SyncByteStream):
    """Content that arrives in the thread of the loop."""

    def __init__(self, thread: LoopThread, call: Call) -> None:
        self.thread = thread
        self.call = call

    def __iter__(self) -> Iterator[bytes]:
        while (chunk := self.thread.run(self.call.chunk())) is not None:
            yield chunk

    def close(self) -> None:
        self.thread.run(self.call.close())
