"""Answers that a handler produces piece by piece, and that a client reads while they arrive.

There are more pieces than can be on their way at once. So it takes no clock to tell whether an answer arrives while it
is sent: if its last piece is produced before the first one has arrived, something has waited for the whole.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from hypothesis import strategies as st

from ..media import charset
from .asgi import HELD
from .bridge import SHARED
from .calls import Answer, answers, octets
from .case import NO_CONTENT, Case, ResponseCase
from .loop import SYNC, Loop, returned
from .trial import TRIALS

FEWEST = HELD + 5
"""The pieces of an answer: the application and the client have one or two in hand, beside those that are held."""


@dataclass
class Pieces:
    """An answer in pieces, and what has arrived of it. `awaited` is whether the iterator of the handler is."""

    case: Case
    answer: Answer
    pieces: tuple[Any, ...]
    awaited: bool
    arrived: bytes = b""
    hasty: bool = False

    @property
    def octets(self) -> bytes:
        whole: Any = self.pieces[0][:0].join(self.pieces)
        return whole.encode(charset(self.answer.response.example)) if isinstance(whole, str) else whole

    def returned(self) -> object:
        """What the handler returns."""
        iterator: Any = self.produced_later() if self.awaited else self.produced()
        return returned(self.case, replace(self.answer, value=iterator))

    def produced(self) -> Iterator[Any]:
        yield from self.pieces[:-1]
        self.hasty = not self.arrived
        yield self.pieces[-1]

    async def produced_later(self) -> AsyncIterator[Any]:
        for piece in self.produced():
            yield piece

    def lost(self, loop: Loop, kind: str, arguments: Mapping[str, Any], media_type: str) -> str:
        """What got lost on the way to a client, or was held back; empty if nothing was."""
        TRIALS.begin(None)
        client = loop.begin(kind, self.returned, media_type)
        method = partial(getattr(getattr(client, self.case.tag), self.case.name), **arguments)
        try:
            status = self.read(client, method) if kind == SYNC else SHARED.get().run(self.read_later(client, method))
        except Exception as error:
            return f"the stream was broken off by {error!r}"
        if (status, self.arrived) != (self.answer.status, self.octets):
            return f"{self.answer.status} {self.octets!r} became {status} {self.arrived!r}"
        return "the last piece was produced before the first one had arrived" if self.hasty else ""

    def read(self, client: Any, method: Any) -> object:
        """The status of the answer, once all of it has arrived."""
        with client.with_streaming_response(method) as stream:
            for chunk in stream.iter_bytes():
                self.arrived += chunk
            return stream.status_code

    async def read_later(self, client: Any, method: Any) -> object:
        async with client.with_streaming_response(method) as stream:
            async for chunk in stream.aiter_bytes():
                self.arrived += chunk
            return stream.status_code


def streamable(case: Case, response: ResponseCase) -> bool:
    """Whether an answer may come in pieces: a success with content that is no JSON."""
    content = bool(response.media_type) and case.code(response) not in NO_CONTENT
    return content and not response.json and 200 <= case.code(response) < 300


def in_pieces(case: Case, response: ResponseCase) -> st.SearchStrategy[Pieces]:
    """Answers of one declaration, of which no piece is empty."""
    several = st.lists(octets(response.media_type, min_size=1), min_size=FEWEST, max_size=FEWEST + 3).map(tuple)
    return st.builds(partial(Pieces, case), answers(case, response), several, st.booleans())
