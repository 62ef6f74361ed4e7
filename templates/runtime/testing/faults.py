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
        """Whether a pointer leads to a fault, or into it."""
        return near(pointer, self.faults)


def near(pointer: str, faults: Iterable[str]) -> bool:
    """Whether a JSON pointer leads to one of the faults, or into it."""
    return any(f"{pointer}/".startswith(f"{each}/") for each in faults)


@st.composite
def invalid(draw: st.DrawFn, response: ResponseCase, judge: Judge) -> list[Malformed]:
    """JSON answers with a change that makes them invalid; `judge` is the one of opened documents."""
    changed = draw(st.lists(mutated(response.strategy()), min_size=2, max_size=2))
    return [_invalid("changed", response, each, judge) for each in changed if not judge.accepts(each)]


def malformed(case: Case, response: ResponseCase, payload: Json, judge: Judge) -> list[Malformed]:
    """One answer of each kind that looks like this JSON response and is none, made of a valid payload."""
    known = [other.media_type for other in case.responses if other.status == response.status]
    return list(_faults(payload, response, known, judge))


def _invalid(name: str, response: ResponseCase, payload: Json, judge: Judge) -> Malformed:
    """JSON that is not valid."""
    return Malformed(name, response.example, encode(payload), judge.places(payload), payload, True)


def _faults(payload: Json, response: ResponseCase, known: list[str], judge: Judge) -> Iterator[Malformed]:
    media_type, content = response.example, encode(payload)
    yield Malformed("nothing", media_type, b"")
    yield Malformed("cut off", media_type, content[:-1] if content[-1:] in b'"]}' else content + b"}")
    yield Malformed("twice", media_type, content + b" " + content)
    yield Malformed("no UTF-8", media_type, _garbled(payload))
    yield Malformed("a page", media_type, b"<!doctype html><title>502</title>")
    yield Malformed("too deep", media_type, b"[" * DEEP + b"]" * DEEP)
    for constant in (math.nan, math.inf, -math.inf):
        yield Malformed("no number", media_type, _constant(payload, constant))
    yield Malformed("half a character", media_type, b'{"x": "\\ud800"}')
    yield Malformed("a member twice", media_type, _twice(payload))
    if not judge.accepts(HUGE):
        yield Malformed("a huge number", media_type, b"9" * HUGE_DIGITS)
    for other in _OTHERS:
        if not judge.accepts(other):
            yield _invalid("another type", response, other, judge)
    if all(declared and not within(UNHEARD_OF, declared) for declared in known):
        yield Malformed("another media type", UNHEARD_OF, content)


def _garbled(payload: Json) -> bytes:
    """The payload with an octet that is not UTF-8 in a text of it: in a member of its own if it has none."""
    found = (place for place in places(payload) if isinstance(at(payload, place), str))
    place = next(found, None)
    marked = {"x": _MARK} if place is None else replaced(payload, place, f"{at(payload, place)}{_MARK}")
    return json.dumps(marked).encode().replace(b"\\u0000", b"\xff")


def _constant(payload: Json, constant: float) -> bytes:
    """The payload with what is no number to JSON in its last place."""
    return json.dumps(replaced(payload, list(places(payload))[-1], constant)).encode()


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
    yield "no UTF-8", _garbled(decode(content)), headers
    yield "a member twice", _twice(decode(content)), headers
    yield "a constant", _constant(decode(content), math.nan), headers
    yield "too deep", b"[" * DEEP + b"]" * DEEP, headers
    if not any_type:
        yield "another media type", content, {**headers, "content-type": UNHEARD_OF}
