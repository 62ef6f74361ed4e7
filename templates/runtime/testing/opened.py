"""Answers of a later version of the API: members and values of enumerations that this document does not know."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from hypothesis import strategies as st

from .case import SchemaCase
from .direction import one_way
from .json import Json, decode
from .mutate import at, places, replaced
from .oracle import Judge, Oracle

_DECIDING = ("if", "not")
"""What these hold decides on a value, and is taken as it stands however the API may grow."""
_KINDS: Mapping[type, str] = {str: "string", bool: "boolean", int: "integer", type(None): "null"}


def opened_document(document: Mapping[str, Any], *, grown: bool = False) -> dict[str, Any]:
    """The document with the type of its values in the place of each enumeration of several.

    With `grown`, every union of several kinds of objects admits any object beside them.
    """
    return cast("dict[str, Any]", _opened(dict(document), grown))


def opened_oracle(document: Mapping[str, Any], *, grown: bool = False) -> Oracle:
    """The judge of answers that a later version of the API may give.

    What it accepts is kept. What it refuses although it has `grown` is refused; between the two, a union decides by
    what tells its alternatives apart.
    """
    return Oracle(opened_document(document, grown=grown))


def published(module: str) -> dict[str, Any]:
    """The document that lies beside a module, by the path of its file."""
    return cast("dict[str, Any]", decode(Path(module).with_name("openapi.json").read_bytes()))


def declared(document: Mapping[str, Any], case: SchemaCase) -> frozenset[str]:
    """The names of the members that a schema declares itself, not by reference or composition, and that go its way."""
    node: Any = document if case.direction is None else one_way(document, case.direction)
    for token in case.pointer.split("/")[1:]:
        node = node[token.replace("~1", "/").replace("~0", "~")]
    properties: Any = cast("dict[str, Any]", node).get("properties") if isinstance(node, dict) else None
    return frozenset(cast("dict[str, object]", properties or {}))


def _opened(value: Any, grown: bool) -> Any:
    if isinstance(value, list):
        return [_opened(item, grown) for item in cast("list[object]", value)]
    if not isinstance(value, dict):
        return value
    members = {
        name: member if name in _DECIDING else _opened(member, grown)
        for name, member in cast("dict[str, object]", value).items()
    }
    if grown:
        members = _grown(members)
    values = members.get("enum")
    if not isinstance(values, list) or not _grows(cast("list[object]", values)):
        return members
    kinds = sorted({_KINDS[type(each)] for each in cast("list[object]", values)})
    rest = {name: member for name, member in members.items() if name != "enum"}
    return {"type": kinds[0] if len(kinds) == 1 else kinds, **rest}


def _grown(schema: dict[str, Any]) -> dict[str, Any]:
    """A union of several alternatives that may be objects, with one more that any object is."""
    for keyword in ("anyOf", "oneOf"):
        branches = schema.get(keyword)
        if isinstance(branches, list) and sum(map(_maybe_object, cast("list[object]", branches))) > 1:
            rest = {name: member for name, member in schema.items() if name not in ("anyOf", "oneOf")}
            return {**rest, "anyOf": [*cast("list[object]", branches), {"type": "object"}]}
    return schema


def _maybe_object(schema: object) -> bool:
    types: object = cast("dict[str, object]", schema).get("type", "object") if isinstance(schema, dict) else None
    return "object" in types if isinstance(types, str | list) else False


def _grows(values: list[object]) -> bool:
    """A list of several values may grow; a single value is a tag, and stays what it is."""
    known = [value for value in values if value is not None]
    return len(known) > 1 and all(type(value) in _KINDS for value in known)


@st.composite
def opened(draw: st.DrawFn, payloads: st.SearchStrategy[Json], judge: Judge) -> Json:
    """Payloads with a few unknown members and values, as far as the judge of opened documents lets them pass."""
    payload = draw(payloads)
    found = list(places(payload))
    for place in draw(st.lists(st.sampled_from(found), max_size=6, unique=True)) if len(found) > 6 else found:
        changed = replaced(payload, place, _changed(at(payload, place), draw(_NAMES)))
        if judge.accepts(changed):
            payload = changed
    return payload


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
