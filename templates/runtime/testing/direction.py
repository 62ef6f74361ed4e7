"""The document as it is for what is sent, and for what is received: section 4.8.24.1, `readOnly` and `writeOnly`.

A property that is marked as not going some way is no property there, and nothing requires it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias, cast

from .references import target

Direction: TypeAlias = Literal["request", "response"]
_FLAGS: Mapping[Direction, str] = {"request": "readOnly", "response": "writeOnly"}
_COMPOSED = ("allOf", "anyOf", "oneOf")


def direction_of(pointer: str) -> Direction | None:
    """Which way the values of a schema go, as a client sees it; none for that of a component, which may go both."""
    match pointer.split("/")[1:]:
        case (
            ["webhooks", _, _, kind, *_]
            | ["paths", _, _, "callbacks", _, _, _, kind, *_]
            | ["components", "callbacks", _, _, _, kind, *_]
        ):
            return "request" if kind == "responses" else "response"
        case ["paths", _, _, kind, *_]:
            return "response" if kind == "responses" else "request"
        case _:
            return None


def one_way(document: Mapping[str, Any], direction: Direction) -> dict[str, Any]:
    """The document without the properties that do not go this way."""
    flag = _FLAGS[direction]
    pruned = _OneWay(document, flag).pruned(document) if _mentions(document, flag) else document
    return cast("dict[str, Any]", pruned)


def _mentions(value: Any, flag: str) -> bool:
    """Whether a flag is set anywhere."""
    if isinstance(value, list):
        return any(_mentions(item, flag) for item in cast("list[object]", value))
    if not isinstance(value, dict):
        return False
    members = cast("dict[str, object]", value)
    return members.get(flag) is True or any(_mentions(member, flag) for member in members.values())


class _OneWay:
    def __init__(self, document: Mapping[str, Any], flag: str) -> None:
        self._document = document
        self._flag = flag

    def pruned(self, value: Any, gone: frozenset[str] = frozenset()) -> Any:
        """A value with every schema in it pruned; `gone` are members that the schemas around it have lost."""
        if isinstance(value, list):
            return [self.pruned(item) for item in cast("list[object]", value)]
        if not isinstance(value, dict):
            return value
        schema = cast("dict[str, Any]", value)
        own = frozenset(self._flagged_in(schema, frozenset()))
        if isinstance(schema.get("$ref"), str) and (gone - own) & set(self._required(schema, frozenset())):
            return self.pruned(target(self._document, schema["$ref"]), gone)
        return {name: self._member(name, member, gone | own) for name, member in schema.items()}

    def _member(self, name: str, member: Any, gone: frozenset[str]) -> Any:
        if name in _COMPOSED and isinstance(member, list):
            return [self.pruned(part, gone) for part in cast("list[object]", member)]
        if name == "required" and isinstance(member, list):
            return [each for each in cast("list[object]", member) if each not in gone]
        if name == "properties" and isinstance(member, dict):
            held = cast("dict[str, Any]", member)
            return {each: self.pruned(schema) for each, schema in held.items() if each not in gone}
        return self.pruned(member)

    def _flagged_in(self, schema: dict[str, Any], seen: frozenset[str]) -> Iterator[str]:
        """The flagged properties of a schema, those of its `allOf` included."""
        properties: Any = schema.get("properties")
        if isinstance(properties, dict):
            held = cast("dict[str, Any]", properties)
            yield from (name for name, each in held.items() if self._flagged(each, frozenset()))
        for part in self._parts(schema, seen):
            yield from self._flagged_in(part, seen | {str(schema.get("$ref"))})

    def _flagged(self, schema: Any, seen: frozenset[str]) -> bool:
        """Whether a property is flagged, itself or where its reference or `allOf` leads."""
        if not isinstance(schema, dict):
            return False
        notes = cast("dict[str, Any]", schema)
        alone = "$ref" in notes and str(self._document.get("openapi")).startswith("3.0")
        if notes.get(self._flag) is True and not alone:
            return True
        return any(self._flagged(part, seen | {str(notes.get("$ref"))}) for part in self._parts(notes, seen))

    def _required(self, schema: dict[str, Any], seen: frozenset[str]) -> Iterator[str]:
        """The names that a schema requires, directly or through its parts."""
        required: Any = schema.get("required")
        if isinstance(required, list):
            yield from (name for name in cast("list[object]", required) if isinstance(name, str))
        for part in self._parts(schema, seen):
            yield from self._required(part, seen | {str(schema.get("$ref"))})

    def _parts(self, schema: dict[str, Any], seen: frozenset[str]) -> Iterator[dict[str, Any]]:
        """The members of `allOf`, and what a reference leads to unless it has been followed before."""
        parts: Any = schema.get("allOf")
        for part in cast("list[object]", parts) if isinstance(parts, list) else []:
            if isinstance(part, dict):
                yield cast("dict[str, Any]", part)
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference.startswith("#/") and reference not in seen:
            found = target(self._document, reference)
            if isinstance(found, dict):
                yield cast("dict[str, Any]", found)
