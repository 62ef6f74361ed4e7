"""Answers that are not what a document declares, and requests that are not."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

from ..media import within
from .case import BodyCase, Case, ResponseCase
from .json import Json, decode, encode
from .mutate import at, mutated, places, replaced
from .oracle import Judge

UNHEARD_OF = "application/x-unheard-of"
DEEP = 100_000
_MARK = "\x00"
HUGE_DIGITS = 10_000
HUGE = 10**400
_OTHERS: tuple[Json, ...] = (None, True, 0, 0.5, "", "x", [], [[]])


@dataclass(frozen=True)
class Malformed:
    """An answer that must be refused; `name` says what is wrong with it.

    JSON that is not valid has a `payload`, and the pointers of its `faults` as the judge has them; of anything else the
    content as a whole is at fault.
    """

    name: str
    media_type: str
    content: bytes
    faults: frozenset[str] = frozenset({""})
    payload: Json = None
    json: bool = False

    def leads_to(self, pointer: str) -> bool:
        """Whether a pointer leads to a fault, into it, or to what holds it."""
        return near(pointer, self.faults)


def near(pointer: str, faults: Iterable[str]) -> bool:
    """Whether a JSON pointer leads to one of the faults, into it, or to what holds it."""
    return any(f"{pointer}/".startswith(f"{each}/") or f"{each}/".startswith(f"{pointer}/") for each in faults)


def malformed(case: Case, response: ResponseCase, judge: Judge) -> st.SearchStrategy[Malformed]:
    """Answers that look like this JSON response and are not; `judge` is the one of opened documents."""
    known = [other.media_type for other in case.responses if other.status == response.status]

    def faults(payload: Json, changed: list[Json]) -> st.SearchStrategy[Malformed]:
        broken = [_invalid("changed", response, each, judge) for each in changed if not judge.accepts(each)]
        others = st.sampled_from(list(_faults(payload, response, known, judge)))
        return st.one_of(others, st.sampled_from(broken)) if broken else others

    return response.strategy().flatmap(
        lambda payload: st.lists(mutated(st.just(payload)), min_size=2, max_size=2).flatmap(
            lambda changed: faults(payload, changed)
        )
    )


def _invalid(name: str, response: ResponseCase, payload: Json, judge: Judge) -> Malformed:
    """JSON that is not valid."""
    return Malformed(name, response.example, encode(payload), judge.places(payload), payload, True)


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
    yield Malformed("half a character", media_type, b'{"x": "\\ud800"}')
    yield Malformed("a member twice", media_type, _twice(payload))
    if not judge.accepts(HUGE):
        yield Malformed("a huge number", media_type, b"9" * HUGE_DIGITS)
    for other in _OTHERS:
        if not judge.accepts(other):
            yield _invalid("another type", response, other, judge)
    if all(declared and not within(UNHEARD_OF, declared) for declared in known):
        yield Malformed("another media type", UNHEARD_OF, content)


def _twice(payload: Json) -> bytes:
    """The payload with a member twice: one of its own, or else in an object in its place."""
    for place in places(payload):
        value = at(payload, place)
        if isinstance(value, dict) and value:
            name = next(iter(value))
            member = f"{json.dumps(name)}: {json.dumps(value[name])}, "
            marked = json.dumps(replaced(payload, place, {_MARK: None, **value}))
            return marked.replace(f"{json.dumps(_MARK)}: null, ", member).encode()
    return b'{"x": 1, "x": 1}'


def unheard_of(bodies: Iterable[BodyCase]) -> bool:
    """Whether there is a media type that none of the declared ones admits."""
    return not any(within(UNHEARD_OF, body.media_type) for body in bodies)


def unreadable(
    content: bytes, headers: Mapping[str, str], *, required: bool, any_type: bool
) -> Iterator[tuple[str, bytes, Mapping[str, str]]]:
    """A request's valid JSON body in forms that no server can read, each with its name and its headers.

    With `any_type` there is no media type that a server must not read.
    """
    if required:
        yield "nothing", b"", headers
    yield "cut off", content[:-1] if content[-1:] in b'"]}' else content + b"}", headers
    yield "twice", content + b" " + content, headers
    yield "no UTF-8", b'"\xff"', headers
    yield "a member twice", _twice(decode(content)), headers
    yield "a constant", b'{"x": NaN}', headers
    yield "too deep", b"[" * DEEP + b"]" * DEEP, headers
    if not any_type:
        yield "another media type", content, {**headers, "content-type": UNHEARD_OF}
