"""Answers that are read while they arrive: of the client that waits, and of the one that is awaited."""

from __future__ import annotations

import codecs
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import aclosing, contextmanager
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import httpx2

from . import media
from .events import Events, Lines
from .exchange import Answered, translated
from .operation import Operation
from .responses import invalid

T = TypeVar("T")
V = TypeVar("V")


class Reader(Protocol[V]):
    """Makes something of octets that come in pieces; raises ValueError for those that it cannot read."""

    def feed(self, content: bytes, /) -> list[V]: ...

    def end(self) -> list[V]: ...


class Texts:
    """Octets in pieces -> pieces of text, wherever they are cut."""

    def __init__(self, charset: str) -> None:
        try:
            "".encode(charset)  # refuses the codecs of anything but text
            self.decoder = codecs.getincrementaldecoder(charset)()
        except LookupError:
            raise ValueError(f"the charset {charset!r} is not known") from None

    def feed(self, content: bytes) -> list[str]:
        text = self.decoder.decode(content)
        return [text] if text else []

    def end(self) -> list[str]:
        text = self.decoder.decode(b"", final=True)
        return [text] if text else []


class TextLines:
    """Octets in pieces -> lines of text, without their ends."""

    def __init__(self, charset: str) -> None:
        self.texts = Texts(charset)
        self.lines = Lines()

    def feed(self, content: bytes) -> list[str]:
        return [line for text in self.texts.feed(content) for line in self.lines.feed(text)]

    def end(self) -> list[str]:
        ended = [line for text in self.texts.end() for line in self.lines.feed(text)]
        return [*ended, *self.lines.end()]


class Streamed(Answered, Generic[T]):
    """What both kinds have in common."""

    __slots__ = ()
    operation: Operation[T]

    def _texts(self) -> Texts:
        return Texts(media.charset(self._media_type))

    def _lines(self) -> TextLines:
        return TextLines(media.charset(self._media_type))

    def _events(self) -> Events:
        if media.essence(self._media_type) != "text/event-stream":
            raise ValueError(f"the media type {self._media_type!r} is none of events")
        return Events()

    @property
    def _media_type(self) -> str:
        """What the server calls the content, or else what is declared."""
        declared = self.operation.answers(self.status_code)
        return self.headers.get("content-type") or (declared[0].media_type if declared else "")

    @contextmanager
    def _refused(self) -> Generator[None]:
        """What cannot be read is the error of an answer that is not as declared."""
        try:
            yield
        except ValueError as error:
            raise invalid(self.response, str(error)) from error


@dataclass(frozen=True, slots=True)
class StreamedResponse(Streamed[T]):
    """A successful answer whose content is read while it arrives, by one of the methods and once.

    All of them raise APIConnectionError if the connection breaks off, APITimeoutError if nothing arrives in time, and
    APIResponseValidationError for what cannot be read as it is asked for.
    """

    response: httpx2.Response
    operation: Operation[T]

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The content in chunks, as they arrive or of so many octets; what came compressed is unpacked."""
        with translated():
            yield from self.response.iter_bytes(chunk_size)

    def iter_text(self) -> Iterator[str]:
        """The content in pieces of text, in the charset that the media type names, or UTF-8."""
        return self._through(self._texts)

    def iter_lines(self) -> Iterator[str]:
        """The lines of the text, without their ends: CR, LF or both."""
        return self._through(self._lines)

    def events(self) -> Iterator[httpx2.ServerSentEvent]:
        """The server-sent events, each with `event`, `data`, `id`, `retry`, and `json()` of the data."""
        return self._through(self._events)

    def read(self) -> bytes:
        """The whole content."""
        with translated():
            return self.response.read()

    def parse(self) -> T:
        """What the plain call returns, once everything is read."""
        self.read()
        return self.operation.read(self.response)

    def _through(self, make: Callable[[], Reader[V]]) -> Iterator[V]:
        with self._refused():
            reader = make()
            for chunk in self.iter_bytes():
                yield from reader.feed(chunk)
            yield from reader.end()


@dataclass(frozen=True, slots=True)
class AsyncStreamedResponse(Streamed[T]):
    """A successful answer whose content is read while it arrives, by one of the methods and once.

    All of them raise APIConnectionError if the connection breaks off, APITimeoutError if nothing arrives in time, and
    APIResponseValidationError for what cannot be read as it is asked for.
    """

    response: httpx2.Response
    operation: Operation[T]

    async def aiter_bytes(self, chunk_size: int | None = None) -> AsyncGenerator[bytes]:
        """The content in chunks, as they arrive or of so many octets; what came compressed is unpacked."""
        with translated():
            async with aclosing(self.response.aiter_bytes(chunk_size)) as chunks:
                async for chunk in chunks:
                    yield chunk

    def aiter_text(self) -> AsyncGenerator[str]:
        """The content in pieces of text, in the charset that the media type names, or UTF-8."""
        return self._through(self._texts)

    def aiter_lines(self) -> AsyncGenerator[str]:
        """The lines of the text, without their ends: CR, LF or both."""
        return self._through(self._lines)

    def events(self) -> AsyncGenerator[httpx2.ServerSentEvent]:
        """The server-sent events, each with `event`, `data`, `id`, `retry`, and `json()` of the data."""
        return self._through(self._events)

    async def aread(self) -> bytes:
        """The whole content."""
        with translated():
            return await self.response.aread()

    async def parse(self) -> T:
        """What the plain call returns, once everything is read."""
        await self.aread()
        return self.operation.read(self.response)

    async def _through(self, make: Callable[[], Reader[V]]) -> AsyncGenerator[V]:
        with self._refused():
            reader = make()
            async with aclosing(self.aiter_bytes()) as chunks:
                async for chunk in chunks:
                    for piece in reader.feed(chunk):
                        yield piece
            for piece in reader.end():
                yield piece
