"""How much of what the document says was exercised: every enum member, bound, alternative and optional member."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import TypeAlias

from .aim import aimed, entered, near
from .direction import Direction, direction_of
from .json import Json
from .keywords import HELD, REFUSED, UNIONS, Point, exercised, points
from .mutate import replaced
from .oracle import Oracle
from .visits import Visit, Walk

Subject: TypeAlias = "tuple[str, Direction | None]"
"""The schema at a pointer, for values that go one way."""
Promise: TypeAlias = "tuple[str, Point]"
"""A point of a schema inside of a subject, by its pointer."""

_REACHED = Point("reached", HELD)
_ANY_TEXT = "unheard of"
_OTHER_TYPE = Point("type", REFUSED)  # of an alternative: its union tells


class Coverage:
    """Keeps account of the promises of schemas, and of which of them payloads have exercised."""

    def __init__(self, oracle: Oracle) -> None:
        self._oracle = oracle
        self._walk: Callable[[Direction | None], Walk] = cache(partial(Walk, oracle))
        self._texts: set[str] = set()
        self._promises: Callable[[Subject], frozenset[Promise]] = cache(self._promised)
        self._exercised: defaultdict[Subject, set[Promise]] = defaultdict(set)
        self._samples: dict[tuple[Subject, str], tuple[Json, Visit]] = {}

    def seen(self, pointer: str, payload: Json, *, valid: bool, direction: Direction | None = None) -> None:
        """A payload was held against the schema at a pointer, and had to be accepted or refused."""
        subject = _subject(pointer, direction)
        exercised_ = self._exercised[subject]
        for visit in self._walk(subject[1]).visits(pointer, payload, valid=valid):
            exercised_.update((visit.pointer, point) for point in exercised(visit.schema, visit.value, valid=valid))
            if valid:
                exercised_.add((visit.pointer, _REACHED))
                self._samples.setdefault((subject, visit.pointer), (payload, visit))
            else:
                unions = self._walk(subject[1]).refused(visit)
                exercised_.update((visit.pointer, Point(keyword, REFUSED)) for keyword in unions)

    def text(self, pointer: str) -> None:
        """The values of the schema at a pointer travel as text, none of which is of another type than string."""
        self._texts.add(pointer)

    def count(self, pointer: str, direction: Direction | None = None) -> tuple[int, int]:
        """How many promises were exercised, and how many there are."""
        subject = _subject(pointer, direction)
        promised = self._promises(subject)
        return len(promised & self._exercised[subject]), len(promised)

    def missing(self, pointer: str, direction: Direction | None = None) -> list[str]:
        """The promises that were not exercised: `/properties/name minLength refused`."""
        return sorted(f"{place} {point}" for place, point in self._open(_subject(pointer, direction)))

    def aimed(self, pointer: str, direction: Direction | None = None) -> Iterator[Json]:
        """Payloads that are made to exercise what is missing, out of valid ones that were seen; not all are valid."""
        subject = _subject(pointer, direction)
        for place, point in sorted(self._open(subject)):
            holder, *step = _holder(place)
            if (subject, place) in self._samples:
                payload, visit = self._samples[subject, place]
                yield from (replaced(payload, visit.place, each) for each in aimed(visit.schema, point, visit.value))
            elif point == _REACHED and (subject, holder) in self._samples:
                payload, visit = self._samples[subject, holder]
                yield from (replaced(payload, visit.place, each) for each in entered(step, visit.value))

    def near(self, pointer: str, direction: Direction | None = None) -> Iterator[Json]:
        """Payloads that differ from valid ones that were seen in one point only, be it exercised or not."""
        subject = _subject(pointer, direction)
        for place, point in sorted(self._promises(subject)):
            if point.side == REFUSED and (subject, place) in self._samples:
                payload, visit = self._samples[subject, place]
                yield from (replaced(payload, visit.place, each) for each in near(visit.schema, point, visit.value))

    def _open(self, subject: Subject) -> frozenset[Promise]:
        return self._promises(subject) - self._exercised[subject]

    def _promised(self, subject: Subject) -> frozenset[Promise]:
        schemas = list(self._walk(subject[1]).schemas(subject[0]))
        own = {(place, point) for place, schema in schemas for point in points(schema)}
        if subject[0] in self._texts and self._oracle.validator(*subject).accepts(_ANY_TEXT):
            own -= {(schemas[0][0], Point(keyword, REFUSED)) for keyword in ("type", *UNIONS)}
        branches = {(place, _OTHER_TYPE) for place, _ in schemas if place.split("/")[-2] in UNIONS}
        return frozenset((own | {(place, _REACHED) for place, _ in schemas[1:]}) - branches)


def _holder(place: str) -> list[str]:
    """The pointer of the schema around one, and the steps from there."""
    tokens = place.split("/")
    steps = 1 if tokens[-1] in ("items", "additionalProperties") else 2
    return ["/".join(tokens[:-steps]), *(token.replace("~1", "/").replace("~0", "~") for token in tokens[-steps:])]


def _subject(pointer: str, direction: Direction | None) -> Subject:
    return pointer, direction or direction_of(pointer)
