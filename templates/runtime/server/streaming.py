"""Content that a handler produces piece by piece: it is sent as it is produced."""

from __future__ import annotations

import codecs
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
from contextlib import aclosing, suppress
from typing import IO, Any, TypeGuard, cast

from anyio import CancelScope
from starlette.concurrency import iterate_in_threadpool, run_in_threadpool
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from ..bodies import raw
from .reply import Stream

LOGGER = logging.getLogger(__name__)
BLOCK = 64 * 1024


class BrokenOff(Exception):
    """A handler could not go on with its content; the cause says why."""


def in_pieces(value: object) -> TypeGuard[Stream[bytes | str]]:
    """Whether a handler's value is an iterator, of either kind."""
    return isinstance(value, AsyncIterator | Iterator)


class Chunks:
    """The octets of what an iterator produces. A plain one runs in threads, an open file is read in blocks."""

    def __init__(self, source: Stream[bytes | str], charset: str) -> None:
        """Raises LookupError if there is no such charset."""
        "".encode(charset)  # refuses the codecs of anything but text
        self.source = source
        self.encoder = codecs.getincrementalencoder(charset)()

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        try:
            async for chunk in self.produced():
                if octets := self.octets(chunk):
                    yield octets
        except Exception as error:
            LOGGER.exception("the content of an answer is broken off")
            if isinstance(error, OSError):  # which Starlette takes for a client that has gone
                raise BrokenOff(str(error)) from error
            raise
        if rest := self.encoder.encode("", final=True):
            yield rest

    def produced(self) -> AsyncIterator[bytes | str]:
        if isinstance(self.source, AsyncIterator):
            return self.source
        return iterate_in_threadpool(blocks(self.source) if hasattr(self.source, "read") else self.source)

    def octets(self, chunk: object) -> bytes:
        return self.encoder.encode(chunk) if isinstance(chunk, str) else raw(chunk, "")

    async def aclose(self) -> None:
        """Close what can be closed, even if the client has gone."""
        source: Any = self.source
        with CancelScope(shield=True):
            if hasattr(source, "aclose"):
                await source.aclose()
            elif hasattr(source, "close"):
                await run_in_threadpool(source.close)


def blocks(file: object) -> Iterator[bytes]:
    while block := cast("IO[bytes]", file).read(BLOCK):
        yield block


class Streaming(StreamingResponse):
    """A response whose content is produced while it is sent; if that fails, it is cut off. A HEAD has none."""

    def __init__(self, chunks: Chunks, status: int, headers: Mapping[str, str]) -> None:
        super().__init__(chunks, status, headers)
        self.chunks = chunks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with aclosing(self.chunks):
            if scope["method"] == "HEAD":
                self.body_iterator = iterate_in_threadpool(())
            await super().__call__(scope, receive, send)

    async def stream_response(self, send: Send) -> None:
        try:
            await super().stream_response(send)
        except Exception:
            # Starlette's BaseHTTPMiddleware completes an answer that has broken off, unless it ends with a message that
            # is no content. It hands on this one, which no server takes here: it cuts the connection.
            with suppress(Exception):
                await send({"type": "http.response.pathsend", "path": ""})
            raise
