"""Values of one alternative alone, where the alternatives of a `oneOf` are objects that hardly differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast
from urllib.parse import unquote

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .direction import Direction
from .json import Json
from .oracle import Oracle

_BY_KIND: dict[str, Json] = {"string": "?", "boolean": True, "object": {}, "array": [], "null": None, "integer": 0}
_MANY = 12
"""More alternatives than these are too many to refuse all but one, and more schemas too many to look for them in."""


@dataclass(frozen=True)
class Alternative:
    """The members that an object declares, and for some of them a value that it refuses."""

    declared: frozenset[str]
    refused: Mapping[str, Json]


def alone(
    oracle: Oracle, pointer: str, direction: Direction | None, strategy: SearchStrategy[Json]
) -> SearchStrategy[Json]:
    """Values with members that one alternative does not declare and the others refuse; none without alternatives."""
    found = cache(lambda: list(Schemas(oracle, direction).unions(pointer)))

    @st.composite
    def drawn(draw: st.DrawFn) -> Json:
        value = draw(strategy)
        if not isinstance(value, dict):
            return value
        for union in found():
            value = {**value, **_refused_by_others(draw, union, draw(st.sampled_from(union)))}
        return value

    return st.deferred(lambda: drawn() if found() else st.nothing())


def _refused_by_others(draw: st.DrawFn, union: list[Alternative], kept: Alternative) -> dict[str, Json]:
    """A member for each of the others that refuses it, as far as there is one."""
    added: dict[str, Json] = {}
    for other in union:
        names = sorted(other.refused.keys() - kept.declared)
        if names and other is not kept:
            name = draw(st.sampled_from(names))
            added[name] = other.refused[name]
    return added


class Schemas:
    """The schemas of a document, references followed."""

    def __init__(self, oracle: Oracle, direction: Direction | None) -> None:
        self._oracle = oracle
        self._direction: Direction | None = direction

    def unions(self, pointer: str) -> Iterator[list[Alternative]]:
        """The objects of each `oneOf`, one alone of which a value at a place has to be."""
        waiting, seen = [self._at(pointer)], 0
        while waiting and seen < _MANY:
            schema, seen = waiting.pop(), seen + 1
            union = [self._alternative(each.get("properties")) for each in self._listed(schema, "oneOf")]
            if 1 < len(union) <= _MANY:
                yield union
            waiting += self._listed(schema, "allOf")

    def _listed(self, schema: dict[str, Any], keyword: str) -> list[dict[str, Any]]:
        held = schema.get(keyword)
        return [self._followed(each) for each in cast("list[object]", held)] if isinstance(held, list) else []

    def _alternative(self, properties: object) -> Alternative:
        declared = cast("dict[str, object]", properties) if isinstance(properties, dict) else {}
        refused = {name: self._refused(schema) for name, schema in declared.items()}
        return Alternative(frozenset(declared), {name: odd[0] for name, odd in refused.items() if odd})

    def _refused(self, schema: object) -> list[Json]:
        """A value of another type, if the schema names its types."""
        told = self._followed(schema).get("type")
        kinds = {told} if isinstance(told, str) else set(cast("list[str]", told or ()))
        if "number" in kinds:
            kinds.add("integer")
        return [value for kind, value in _BY_KIND.items() if kinds and kind not in kinds][:1]

    def _at(self, pointer: str) -> dict[str, Any]:
        return self._followed(self._oracle.at(self._oracle.followed(pointer), self._direction))

    def _followed(self, schema: object, seen: frozenset[str] = frozenset()) -> dict[str, Any]:
        keywords = cast("dict[str, Any]", schema) if isinstance(schema, dict) else {}
        reference = keywords.get("$ref")
        if not isinstance(reference, str) or reference in seen:
            return keywords
        place = self._oracle.followed(unquote(reference.removeprefix("#")))
        return self._followed(self._oracle.at(place, self._direction), seen | {reference})
