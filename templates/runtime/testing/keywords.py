"""What a schema promises, keyword by keyword, and which of it a payload exercises.

A promise is kept on two sides: `minimum: 1` lets 1 through and refuses 0. Schemas are JSON Schema 2020-12, as
`dialect` makes them of a document; only what one says itself is told here, not what stands inside of it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, cast

import jsonschema_rs

from .json import Json
from .oracle import FORMATS
from .strings import LONGEST

HELD, REFUSED, PRESENT, ABSENT = "held", "refused", "present", "absent"

Schema: TypeAlias = Mapping[str, Any]

UNIONS = ("anyOf", "oneOf")

BOUNDS: Mapping[str, tuple[type, ...]] = {
    "minimum": (int, float),
    "maximum": (int, float),
    "exclusiveMinimum": (int, float),
    "exclusiveMaximum": (int, float),
    "minLength": (str,),
    "maxLength": (str,),
    "minItems": (list,),
    "maxItems": (list,),
    "minProperties": (dict,),
    "maxProperties": (dict,),
}
"""The keywords with a bound, and the kinds of values that they are about."""
_OTHERS: Mapping[str, tuple[type, ...]] = {
    "multipleOf": (int, float),
    "pattern": (str,),
    "format": (str,),
    "uniqueItems": (list,),
}
_SIZES = frozenset(word for word in BOUNDS if word.startswith(("min", "max")) and word not in ("minimum", "maximum"))
_ASSERTED = ("date", "date-time", "uuid")
_KINDS: Mapping[str, tuple[type, ...]] = {
    "null": (type(None),),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "string": (str,),
    "array": (list,),
    "object": (dict,),
}


@dataclass(frozen=True, order=True, slots=True)
class Point:
    """One side of what a keyword says: `minimum held`, `enum "red"`, `required name refused`."""

    keyword: str
    side: str
    of: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.keyword, self.of, self.side)))


def points(schema: Schema) -> Iterator[Point]:
    """Everything that a schema itself says of which there can be an example."""
    types = kinds(schema)
    yield from (Point("type", HELD, each) for each in types)
    if types and not {"enum", "const"} & schema.keys():
        yield Point("type", REFUSED)
    for keyword in {"enum", "const"} & schema.keys():
        yield from (Point(keyword, HELD, _text(value)) for value in listed(schema))
        yield Point(keyword, REFUSED)
    for keyword in bounded(schema):
        if keyword not in _SIZES or schema[keyword] <= LONGEST:
            yield Point(keyword, HELD)
        yield Point(keyword, REFUSED)
    for keyword in _OTHERS.keys() & schema.keys():
        if keyword != "format" or schema[keyword] in _ASSERTED:
            yield from (Point(keyword, HELD), Point(keyword, REFUSED))
    yield from (Point(keyword, REFUSED) for keyword in UNIONS if keyword in schema)
    yield from _members(schema)


def _members(schema: Schema) -> Iterator[Point]:
    required = set(cast("list[str]", schema.get("required") or []))
    for name in sorted(required):
        yield Point("required", REFUSED, name)
    for name, held in cast("dict[str, object]", schema.get("properties") or {}).items():
        if name not in required and held is not False:
            yield from (Point("property", PRESENT, name), Point("property", ABSENT, name))
    if isinstance(schema.get("additionalProperties"), bool):
        yield Point("additionalProperties", HELD if schema["additionalProperties"] else REFUSED)


def exercised(schema: Schema, value: Json, *, valid: bool) -> Iterator[Point]:
    """The points that a value exercises where a payload as a whole is valid, or is not."""
    side = HELD if valid else REFUSED
    if (types := kinds(schema)) and {"enum", "const"}.isdisjoint(schema):
        fitting = [each for each in types if kind_of(value, each)]
        if valid:
            yield from (Point("type", HELD, each) for each in fitting)
        elif not fitting:
            yield Point("type", REFUSED)
    elif valid:
        yield from (Point("type", HELD, each) for each in types if kind_of(value, each))
    for keyword in {"enum", "const"} & schema.keys():
        if valid:
            yield Point(keyword, HELD, _text(value))
        elif not satisfied(keyword, schema, value):
            yield Point(keyword, REFUSED)
    for keyword in bounded(schema):
        if _about(keyword, value) and (_at(keyword, schema, value) if valid else not satisfied(keyword, schema, value)):
            yield Point(keyword, side)
    for keyword, about in _OTHERS.items():
        telling = isinstance(value, about) and not isinstance(value, bool) and value not in ([], 0)
        if keyword in schema and telling and satisfied(keyword, schema, value) is valid:
            yield Point(keyword, side)
    yield from _members_exercised(schema, value, valid)


def _members_exercised(schema: Schema, value: Json, valid: bool) -> Iterator[Point]:
    if isinstance(value, dict):
        properties: Schema = schema.get("properties") or {}
        if valid:
            yield from (Point("property", PRESENT if name in value else ABSENT, name) for name in properties)
        else:
            yield from (Point("required", REFUSED, name) for name in schema.get("required") or () if name not in value)
        if value.keys() - properties.keys():
            yield Point("additionalProperties", HELD if valid else REFUSED)


# --- what single keywords say -----------------------------------------------------------------------------------------


def kinds(schema: Schema) -> list[str]:
    """The types that a schema admits; none if it does not say."""
    types = schema.get("type")
    return [types] if isinstance(types, str) else list(cast("list[str]", types or ()))


def listed(schema: Schema) -> list[Json]:
    """The values of `enum` or `const`."""
    return list(schema["enum"]) if "enum" in schema else [schema["const"]] if "const" in schema else []


def bounded(schema: Schema) -> Iterator[str]:
    """The keywords of a schema that have a bound which says something."""
    for keyword in BOUNDS.keys() & schema.keys():
        bound = schema[keyword]
        number = isinstance(bound, int | float) and not isinstance(bound, bool)
        if number and not (keyword in _SIZES and keyword.startswith("min") and bound <= 0):
            yield keyword


def satisfied(keyword: str, schema: Schema, value: Json) -> bool:
    """Whether a value satisfies one keyword by itself; it must be one that refers to nothing."""
    return _validator(keyword, json.dumps(schema[keyword])).is_valid(value)


@cache
def _validator(keyword: str, text: str) -> jsonschema_rs.Validator:
    schema = {keyword: json.loads(text)}
    return jsonschema_rs.Draft202012Validator(schema, formats=FORMATS, validate_formats=True)


def extremes(keyword: str, schema: Schema) -> tuple[int | float, int | float]:
    """The last number or size that a bound lets through, and the first that it does not."""
    bound, whole = schema[keyword], keyword in _SIZES or kinds(schema) == ["integer"]
    outwards = -1 if keyword in ("minimum", "exclusiveMinimum") or keyword.startswith("min") else 1
    if keyword.startswith("exclusive"):
        inside = (math.floor(bound) + 1 if outwards < 0 else math.ceil(bound) - 1) if whole else bound - outwards
        return inside, bound
    last = (math.ceil(bound) if outwards < 0 else math.floor(bound)) if whole else bound
    return last, last + outwards


def _at(keyword: str, schema: Schema, value: Json) -> bool:
    """Whether a valid value is as far out as its bound allows; inside of an exclusive one any is."""
    if keyword.startswith("exclusive"):
        return True
    return _size(value) == extremes(keyword, schema)[0]


def _size(value: Json) -> int | float:
    return len(value) if isinstance(value, str | list | dict) else cast("int | float", value)


def _about(keyword: str, value: Json) -> bool:
    return isinstance(value, BOUNDS[keyword]) and not isinstance(value, bool)


def kind_of(value: Json, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    if kind == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _KINDS.get(kind, ()))


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
