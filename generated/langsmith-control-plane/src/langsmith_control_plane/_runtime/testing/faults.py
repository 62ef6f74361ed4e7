"""Answers that are not what a document declares, and requests that are not."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from ..media import within
from .case import Case, ResponseCase
from .json import Json, encode
from .mutate import places, replaced
from .oracle import Judge

UNHEARD_OF = "application/x-unheard-of"
DEEP = 100_000
_OTHERS: tuple[Json, ...] = (None, True, 0, 0.5, "", "x", [], [[]])


@dataclass(frozen=True)
class Malformed:
    """An answer that must be refused; `name` says what is wrong with it."""

    name: str
    media_type: str
    content: bytes


def malformed(case: Case, response: ResponseCase, judge: Judge) -> st.SearchStrategy[Malformed]:
    """Answers that look like this JSON response and are not; `judge` is the one of opened documents."""
    known = [other.media_type for other in case.responses if other.status == response.status]
    return response.strategy().flatmap(lambda payload: st.sampled_from(list(_faults(payload, response, known, judge))))


def _faults(payload: Json, response: ResponseCase, known: list[str], judge: Judge) -> Iterator[Malformed]:
    media_type, content = response.example, encode(payload)
    place = list(places(payload))[-1]
    yield Malformed("nothing", media_type, b"")
    yield Malformed("cut off", media_type, content[:-1] if content[-1:] in b'"]}' else content + b"}")
    yield Malformed("twice", media_type, content + b" " + content)
    yield Malformed("no UTF-8", media_type, b'"\xff"')
    yield Malformed("a page", media_type, b"<!doctype html><title>502</title>")
    yield Malformed("too deep", media_type, b"[" * DEEP + b"]" * DEEP)
    for constant in (math.nan, math.inf, -math.inf):
        yield Malformed("no number", media_type, json.dumps(replaced(payload, place, constant)).encode())
    for other in _OTHERS:
        if not judge.accepts(other):
            yield Malformed("another type", media_type, encode(other))
    if all(declared and not within(UNHEARD_OF, declared) for declared in known):
        yield Malformed("another media type", UNHEARD_OF, content)


def unreadable(
    content: bytes, headers: Mapping[str, str], required: bool, declared: Sequence[str]
) -> Iterator[tuple[str, bytes, Mapping[str, str]]]:
    """A request's valid JSON body in forms that no server can read, each with its name and its headers.

    `declared` are the media types that a server may read.
    """
    if required:
        yield "nothing", b"", headers
    yield "cut off", content[:-1] if content[-1:] in b'"]}' else content + b"}", headers
    yield "twice", content + b" " + content, headers
    yield "no UTF-8", b'"\xff"', headers
    yield "a constant", b'{"x": NaN}', headers
    yield "too deep", b"[" * DEEP + b"]" * DEEP, headers
    if not any(within(UNHEARD_OF, each) for each in declared):
        yield "another media type", content, {**headers, "content-type": UNHEARD_OF}
