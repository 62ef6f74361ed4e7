"""A payload beside its schema: which part of the one was held against which part of the other.

The walk ends at references to components, for each of these has payloads of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import unquote

from .direction import Direction, direction_of
from .json import Json
from .keywords import UNIONS, Schema, kind_of, kinds, satisfied
from .mutate import Place
from .oracle import Oracle

_COMPONENT = "/components/schemas/"
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SINGLE = ("items", "additionalProperties", "then", "else")
_NAMED = ("properties", "patternProperties", "dependentSchemas")


@dataclass(frozen=True, slots=True)
class Visit:
    """A schema that a value was held against: its JSON pointer, and the value's place in the payload."""

    pointer: str
    schema: Schema
    value: Json
    place: Place


class Walk:
    """Walks the schemas of a document, for values that go one way."""

    def __init__(self, oracle: Oracle, direction: Direction | None) -> None:
        self._oracle = oracle
        self._direction: Direction | None = direction

    def schemas(self, pointer: str) -> Iterator[tuple[str, Schema]]:
        """The schema at a pointer and every schema in it, each with its own pointer."""
        waiting, seen = [self._start(pointer)], set[str]()
        while waiting:
            place = waiting.pop()
            schema = self._at(place)
            if place not in seen and schema is not None:
                seen.add(place)
                yield place, schema
                waiting.extend(self._inside(place, schema))

    def visits(self, pointer: str, payload: Json, *, valid: bool) -> Iterator[Visit]:
        """Every meeting of a schema and a value. Of alternatives those that a valid payload is of are met."""
        yield from self._visits(self._start(pointer), payload, (), valid, frozenset())

    def refused(self, visit: Visit) -> Iterator[str]:
        """The unions of which the value is no alternative at all."""
        for keyword in UNIONS:
            branches = range(len(visit.schema.get(keyword) or ()))
            if branches and not any(self._accepts(f"{visit.pointer}/{keyword}/{i}", visit.value) for i in branches):
                yield keyword

    def _visits(self, pointer: str, value: Json, place: Place, valid: bool, trail: frozenset[str]) -> Iterator[Visit]:
        schema = self._at(pointer)
        if schema is None or pointer in trail:
            return
        yield Visit(pointer, schema, value, place)
        for inner, held, inside in self._met(pointer, schema, value, valid):
            further = trail | {pointer} if not inside else frozenset[str]()
            yield from self._visits(inner, held, (*place, *inside), valid, further)

    def _met(self, pointer: str, schema: Schema, value: Json, valid: bool) -> Iterator[tuple[str, Json, Place]]:
        """The schemas directly inside that something of the value is held against, and what of it."""
        if target := self._target(schema):
            yield target, value, ()
        yield from ((f"{pointer}/allOf/{index}", value, ()) for index in range(len(schema.get("allOf") or ())))
        for keyword in UNIONS:
            branches = (f"{pointer}/{keyword}/{index}" for index in range(len(schema.get(keyword) or ())))
            yield from ((branch, value, ()) for branch in branches if self._meant(branch, value, valid))
        if "if" in schema and (branch := "then" if self._accepts(f"{pointer}/if", value) else "else") in schema:
            yield f"{pointer}/{branch}", value, ()
        match value:
            case dict():
                yield from self._members(pointer, schema, value)
            case list():
                first = len(schema.get("prefixItems") or ())
                for index, item in enumerate(value):
                    yield f"{pointer}/prefixItems/{index}" if index < first else f"{pointer}/items", item, (index,)
            case _:
                return

    def _members(self, pointer: str, schema: Schema, value: dict[str, Json]) -> Iterator[tuple[str, Json, Place]]:
        patterns = list(cast("dict[str, object]", schema.get("patternProperties") or {}))
        for name, member in value.items():
            found = [pattern for pattern in patterns if satisfied("pattern", {"pattern": pattern}, name)]
            yield from ((f"{pointer}/patternProperties/{_escaped(each)}", member, (name,)) for each in found)
            if name in (schema.get("properties") or {}):
                yield f"{pointer}/properties/{_escaped(name)}", member, (name,)
            elif not found:
                yield f"{pointer}/additionalProperties", member, (name,)
            if name in (schema.get("dependentSchemas") or {}):
                yield f"{pointer}/dependentSchemas/{_escaped(name)}", value, ()

    def _meant(self, pointer: str, value: Json, valid: bool) -> bool:
        """Whether a value is of an alternative; one that is broken only has to be of its type."""
        if valid:
            return self._accepts(pointer, value)
        admitted = kinds(self._at(pointer) or {})
        return not admitted or any(kind_of(value, each) for each in admitted)

    def _accepts(self, pointer: str, value: Json) -> bool:
        return self._oracle.validator(pointer, self._direction or direction_of(pointer)).accepts(value)

    def _inside(self, pointer: str, schema: Schema) -> Iterator[str]:
        """The pointers of the schemas directly inside one."""
        if target := self._target(schema):
            yield target
        yield from (f"{pointer}/{word}" for word in _SINGLE if word in schema)
        for word in _LISTS:
            yield from (f"{pointer}/{word}/{index}" for index in range(len(schema.get(word) or ())))
        for word in _NAMED:
            names = cast("dict[str, object]", schema.get(word) or {})
            yield from (f"{pointer}/{word}/{_escaped(name)}" for name in names)

    def _target(self, schema: Schema) -> str:
        """Where a reference leads that is not a component's, nor into one; empty if there is none such."""
        reference = schema.get("$ref")
        target = unquote(reference[1:]) if isinstance(reference, str) and reference.startswith("#/") else ""
        return "" if target.startswith(_COMPONENT) else target

    def _start(self, pointer: str) -> str:
        return self._oracle.followed(pointer)

    def _at(self, pointer: str) -> Schema | None:
        """The schema at a pointer; none where it is `true` or `false`, or is not there."""
        try:
            found: Any = self._oracle.at(pointer, self._direction)
        except LookupError:
            return None
        return cast("Schema", found) if isinstance(found, dict) else None


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
