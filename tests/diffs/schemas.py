"""Small schemas at random, documents that have one as a request body and as an answer, and single edits of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

NAMES = st.sampled_from(["a", "b", "c"])
_SMALL = st.integers(0, 3)
_REFERENCES = [{"$ref": "#/components/schemas/Pet"}, {"$ref": "#/components/schemas/Tree"}]
COMPONENTS: dict[str, Any] = {
    "Pet": {"type": "object", "properties": {"name": {"type": "string", "minLength": 1}}, "required": ["name"]},
    "Tree": {
        "type": "object",
        "properties": {"children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}},
    },
}


def _with(fixed: dict[str, Any], **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=optional).map(lambda drawn: {**fixed, **drawn})


NUMBER = {"minimum": _SMALL, "maximum": st.integers(3, 6), "multipleOf": st.sampled_from([2, 4])}
STRING = {"minLength": _SMALL, "maxLength": st.integers(3, 6)}
ARRAY = {"minItems": st.integers(0, 2), "maxItems": st.integers(2, 4), "uniqueItems": st.booleans()}
OBJECT = {
    "additionalProperties": st.sampled_from([True, False, {"type": "string"}]),
    "minProperties": st.integers(0, 1),
    "maxProperties": st.integers(3, 4),
}
_LEAVES = st.one_of(
    _with({"type": "integer"}, **NUMBER),
    _with({"type": "number"}, **NUMBER),
    _with({"type": "string"}, **STRING),
    st.sampled_from([{"type": "string", "format": "date"}, {"type": "string", "pattern": "^a+$"}, {"type": "boolean"}]),
    st.lists(st.sampled_from(["x", "y", "z"]), min_size=1, unique=True).map(lambda values: {"enum": values}),
    st.sampled_from([{"const": "x"}, {"type": ["string", "null"], "maxLength": 3}, {}]),
    st.sampled_from(_REFERENCES),
)


def _larger(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    objects = st.builds(
        lambda properties, required, rest: {
            "type": "object",
            "properties": properties,
            "required": [name for name in properties if name in required],
            **rest,
        },
        st.dictionaries(NAMES, inner, min_size=1, max_size=3),
        st.sets(NAMES),
        _with({}, **OBJECT),
    )
    arrays = st.builds(lambda items, rest: {"type": "array", "items": items, **rest}, inner, _with({}, **ARRAY))
    nullable = inner.map(lambda schema: {"anyOf": [schema, {"type": "null"}]})
    return st.one_of(objects, objects, arrays, nullable)


SCHEMAS = st.recursive(_LEAVES, _larger, max_leaves=6)


def document(schema: dict[str, Any]) -> dict[str, Any]:
    """A document with a schema that is sent and received."""
    content = {"content": {"application/json": {"schema": schema}}}
    send = {"requestBody": {"required": True, **content}, "responses": {"204": {"description": "Done."}}}
    receive = {"responses": {"200": {"description": "Found.", **content}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/send": {"post": send}, "/receive": {"get": receive}},
        "components": {"schemas": COMPONENTS},
    }


@st.composite
def edited(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """A schema, and the same with one keyword of it or of a schema inside it written anew."""
    schema = draw(SCHEMAS)
    place = draw(st.sampled_from(list(_places(schema))))
    return schema, _replaced(schema, place, draw(_edit(_at(schema, place))))


def _edit(schema: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """What a schema may become by an edit: another bound, one less, another required member, value, or schema."""
    match schema:
        case {"type": "object", "properties": properties, "required": required}:
            more = [{**schema, "required": sorted({*required} ^ {name})} for name in properties]
            fewer = [{**schema, "properties": _less(properties, name)} for name in properties if name not in required]
            added = [{**schema, "properties": {**properties, "d": {"type": "integer"}}}]
            return st.one_of(st.sampled_from([*more, *fewer, *added]), _bounded(schema, OBJECT))
        case {"type": "array"}:
            return _bounded(schema, ARRAY)
        case {"type": "integer" | "number"}:
            other = {**schema, "type": "number" if schema["type"] == "integer" else "integer"}
            return st.one_of(_bounded(schema, NUMBER), st.just(other))
        case {"type": "string"}:
            return st.one_of(_bounded(schema, STRING), _LEAVES)
        case {"enum": values}:
            found = [{"enum": [*values, "w"]}, {"type": "string"}, *({"enum": values[:-1]} for _ in values[1:])]
            return st.sampled_from(found)
        case _:
            return _LEAVES


def _bounded(schema: dict[str, Any], bounds: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """A schema with another bound, or without one of those it has."""
    kept = [_less(schema, name) for name in bounds if name in schema]
    others = [value.map(lambda drawn, name=name: {**schema, name: drawn}) for name, value in bounds.items()]
    return st.one_of(*others, *map(st.just, kept))


def _less(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}


def _places(schema: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield at
    for name, held in schema.get("properties", {}).items():
        yield from _places(held, (*at, "properties", name))
    if "items" in schema:
        yield from _places(schema["items"], (*at, "items"))
    if "anyOf" in schema:
        yield from _places(schema["anyOf"][0], (*at, "anyOf", 0))


def _at(schema: Any, place: tuple[str | int, ...]) -> Any:
    for token in place:
        schema = schema[token]
    return schema


def _replaced(schema: Any, place: tuple[str | int, ...], value: Any) -> Any:
    if not place:
        return value
    inner = _replaced(schema[place[0]], place[1:], value)
    if isinstance(schema, list):
        return [inner if index == place[0] else each for index, each in enumerate(schema)]
    return {**schema, place[0]: inner}


def values(schema: dict[str, Any], depth: int = 3) -> st.SearchStrategy[Any]:
    """Values that are of a schema or nearly so."""
    match schema:
        case {"$ref": reference} if depth:
            return values(COMPONENTS[reference.rpartition("/")[2]], depth - 1)
        case {"anyOf": members}:
            return st.one_of(*(values(member, depth) for member in members))
        case {"type": "array", "items": items} if depth:
            return st.lists(values(items, depth - 1), max_size=5)
        case {"type": "object", "properties": properties} if depth:
            held = {name: values(member, depth - 1) for name, member in properties.items()}
            more = st.dictionaries(st.sampled_from("abcdef"), _ATOMS, max_size=3)
            return st.builds(lambda drawn, rest: {**rest, **drawn}, st.fixed_dictionaries({}, optional=held), more)
        case {"type": "integer" | "number"}:
            return st.integers(-1, 8) | st.sampled_from([0.5, 2.5])
        case {"type": "string"}:
            return st.text("a", max_size=7) | _ATOMS
        case _:
            return _ATOMS


_ATOMS = st.sampled_from([None, True, 1, "", "w", "x", "y", "z", "a", "2000-01-01", [], {}])
