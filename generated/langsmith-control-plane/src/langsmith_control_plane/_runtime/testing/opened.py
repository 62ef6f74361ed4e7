"""Answers of a later version of the API: members and values of enumerations that this document does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, cast

from hypothesis import strategies as st

from .case import SchemaCase
from .direction import one_way
from .json import Json, decode
from .mutate import at, holds, places, replaced
from .oracle import Judge, Oracle
from .references import followed, standing, target

_DECIDING = ("if", "not")
"""What these hold decides on a value, and is taken as it stands however the API may grow."""
_ALONE = frozenset({"anyOf", "oneOf", "discriminator", "title", "description", "nullable"})
"""What a union may say that is surely nothing but a union."""
_PLAIN = frozenset({"type", "properties", "required", "title", "description", "additionalProperties", "example"})
"""What an object may say that is surely nothing but one kind of object."""
_KINDS: Mapping[type, str] = {str: "string", bool: "boolean", int: "integer", type(None): "null"}


class Growth(Enum):
    """Which unions of several kinds of objects have further ones: none, those that surely are such, or all that may
    be."""

    NONE = "none"
    SURE = "sure"
    POSSIBLE = "possible"


def opened_document(document: Mapping[str, Any], growth: Growth = Growth.NONE) -> dict[str, Any]:
    """The document with the type of its values in the place of each enumeration of several.

    A union that has grown admits, beside its alternatives, an object that does not say it is one of them: of a kind
    that is not known, if a member tells the kind, or else any.
    """
    return cast("dict[str, Any]", _Opening(document, growth).opened(dict(document)))


def opened_oracle(document: Mapping[str, Any], growth: Growth = Growth.NONE) -> Oracle:
    """The judge of answers that a later version of the API may give.

    What it accepts is kept, with the growth that is sure. What it refuses with all growth that is possible is refused.
    """
    return Oracle(opened_document(document, growth))


def published(module: str) -> dict[str, Any]:
    """The document that lies beside a module, by the path of its file."""
    return cast("dict[str, Any]", decode(Path(module).with_name("openapi.json").read_bytes()))


def declared(document: Mapping[str, Any], case: SchemaCase) -> frozenset[str]:
    """The names of the members that a schema declares itself, not by reference or composition, and that go its way."""
    node = standing(document if case.direction is None else one_way(document, case.direction), case.pointer)
    properties: Any = cast("dict[str, Any]", node).get("properties") if isinstance(node, dict) else None
    return frozenset(cast("dict[str, object]", properties or {}))


class _Opening:
    """Opens the schemas of one document."""

    def __init__(self, document: Mapping[str, Any], growth: Growth) -> None:
        self._document = document
        self._growth = growth

    def opened(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self.opened(item) for item in cast("list[object]", value)]
        if not isinstance(value, dict):
            return value
        given = cast("dict[str, object]", value)
        members = {name: member if name in _DECIDING else self.opened(member) for name, member in given.items()}
        if self._growth is not Growth.NONE:
            members = self._grown(members)
        values = members.get("enum")
        if not isinstance(values, list) or not _grows(cast("list[object]", values)):
            return members
        kinds = sorted({_KINDS[type(each)] for each in cast("list[object]", values)})
        rest = {name: member for name, member in members.items() if name != "enum"}
        return {"type": kinds[0] if len(kinds) == 1 else kinds, **rest}

    def _grown(self, schema: dict[str, Any]) -> dict[str, Any]:
        """A union of several kinds of objects, with one more."""
        for keyword in ("anyOf", "oneOf"):
            branches = cast("list[object]", schema[keyword]) if isinstance(schema.get(keyword), list) else []
            if self._several(schema, branches):
                rest = {name: member for name, member in schema.items() if name not in ("anyOf", "oneOf")}
                return {**rest, "anyOf": [*branches, self._unknown(schema, branches)]}
        return schema

    def _several(self, schema: dict[str, Any], branches: list[object]) -> bool:
        if self._growth is Growth.POSSIBLE:
            return sum(self._kinds(branch, frozenset()) for branch in branches) > 1
        objects = {repr(said) for branch in branches if (said := _said_of_object(followed(self._document, branch)))}
        return schema.keys() <= _ALONE and len(objects) > 1

    def _kinds(self, schema: object, seen: frozenset[str]) -> int:
        """How many kinds of objects a schema may admit, at most."""
        if not isinstance(schema, dict):
            return int(schema is True)
        keywords = cast("dict[str, Any]", schema)
        reference = keywords.get("$ref")
        if isinstance(reference, str):
            return 1 if reference in seen else self._kinds(target(self._document, reference), seen | {reference})
        parts = [part for word in ("allOf", "anyOf", "oneOf") for part in keywords.get(word) or ()]
        types = keywords.get("type", "object" if not parts else "")
        return max("object" in types, sum(self._kinds(part, seen) for part in parts))

    def _unknown(self, schema: dict[str, Any], branches: Iterable[object]) -> dict[str, Any]:
        """An object that is none of the alternatives, as far as the member that tells them apart can say."""
        discriminator = schema.get("discriminator")
        told = cast("dict[str, Any]", discriminator) if isinstance(discriminator, dict) else {}
        tag, mapping = told.get("propertyName"), told.get("mapping")
        if not isinstance(tag, str):
            return {"type": "object"}
        named = cast("dict[str, object]", mapping) if isinstance(mapping, dict) else {}
        references = _texts(cast("dict[str, object]", each).get("$ref") for each in branches if isinstance(each, dict))
        known = {*named, *({_last(each) for each in references} - {_last(each) for each in _texts(named.values())})}
        kind = {"type": "string", "not": {"enum": sorted(known)}}
        return {"type": "object", "required": [tag], "properties": {tag: kind}}


def _texts(values: Iterable[object]) -> Iterator[str]:
    return (value for value in values if isinstance(value, str))


def _last(reference: str) -> str:
    return reference.rpartition("/")[2]


def _said_of_object(schema: object) -> tuple[object, ...]:
    """What tells a schema that is surely an object from others; nothing of any other schema."""
    keywords = cast("dict[str, Any]", schema) if isinstance(schema, dict) else {}
    plain = keywords.get("type") == "object" and keywords.keys() <= _PLAIN
    return tuple(keywords.get(word) for word in ("properties", "required", "additionalProperties")) if plain else ()


def _grows(values: list[object]) -> bool:
    """A list of several values may grow; a single value is a tag, and stays what it is."""
    known = [value for value in values if value is not None]
    return len(known) > 1 and all(type(value) in _KINDS for value in known)


@st.composite
def opened(draw: st.DrawFn, payloads: st.SearchStrategy[Json], judge: Judge, tags: Sequence[str] = ()) -> Json:
    """Payloads with a few unknown members, values and alternatives, as far as the judge lets them pass.

    `tags` are the members that tell alternatives apart.
    """
    payload = draw(payloads)
    found = list(places(payload))
    few = st.lists(st.sampled_from(found), max_size=6, unique=True)
    for place in draw(st.one_of(few, few, st.just(found))) if len(found) > 6 else found:
        if not holds(payload, place):
            continue
        name, value = draw(_NAMES), at(payload, place)
        other: Json = {**dict.fromkeys(tags, name), name: True}
        changes = [other] * (isinstance(value, dict) and draw(st.booleans())) + [_changed(value, name)]
        changed = next((each for each in changes if judge.accepts(replaced(payload, place, each))), value)
        payload = replaced(payload, place, changed)
    return payload


def tags(document: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of all members that tell alternatives of unions apart."""
    return tuple(sorted(set(_tags(document))))


def _tags(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _tags(item)
    elif isinstance(value, dict):
        for name, member in cast("dict[str, object]", value).items():
            yield from _tags(member)
            if name == "discriminator" and isinstance(member, dict):
                yield from _texts([cast("dict[str, object]", member).get("propertyName")])


def _changed(value: Json, name: str) -> Json:
    match value:
        case dict():
            return {**value, name: {"a": [1.5, None, "é"]}}
        case str():
            return f"{name} {value}"
        case bool():
            return value
        case int():
            return value + 1000
        case _:
            return value


_NAMES = st.sampled_from(("unheard_of", "unheardOf", "é😀", "__dict__", "model_fields", "Unheard-Of"))
