"""Values that are made to exercise one point of a schema, where chance has not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import cast

from .json import Json
from .keywords import BOUNDS, REFUSED, Point, Schema, extremes, listed, satisfied

_OTHERS: tuple[Json, ...] = (None, True, 0, 0.5, -1, "", "x", "é😀", "A b", [], {}, [[]], {"x": {}})
_MOST = 5_000
_ZONE = re.compile(r"([Zz]|[+-]\d\d:\d\d)$")


def aimed(schema: Schema, point: Point, value: Json) -> Iterator[Json]:
    """What may take the place of a value that a schema admits, so that its payload exercises the point."""
    match point, value:
        case Point("enum" | "const", "held", text), _:
            yield json.loads(text)
        case Point("required", "refused", name) | Point("property", "absent", name), dict():
            yield {other: member for other, member in value.items() if other != name}
        case Point("additionalProperties"), dict():
            yield from ({**value, "unheard_of": other} for other in _OTHERS)
        case Point("uniqueItems", "refused"), [first, *_]:
            yield [*value, first]
        case Point(keyword, side), _ if keyword in BOUNDS:
            yield from _sized(value, extremes(keyword, schema)[side == REFUSED])
        case Point("multipleOf", "refused"), int() | float():
            yield from (value + schema["multipleOf"] / 2, value + schema["multipleOf"] / 3)
        case Point("pattern" | "format", "refused"), str():
            yield from (value + "!", value[:-1], value * 2, " " + value)
            yield from _OTHERS
        case Point(_, "refused"), _:
            yield from _OTHERS
        case _:
            return


def entered(step: Sequence[str], value: Json) -> Iterator[Json]:
    """What may take the place of a value, so that something of it is held against a schema inside: `items`, say."""
    match step, value:
        case ["properties" | "additionalProperties", *name], dict():
            yield from ({**value, next(iter(name), "unheard_of"): other} for other in _OTHERS)
        case ["patternProperties", pattern], dict():
            yield from ({**value, name: other} for name in _names(pattern) for other in _OTHERS)
        case ["items"], list():
            yield from ([*value, other] for other in _OTHERS)
        case ["anyOf" | "oneOf", _], _:
            yield from _OTHERS
        case _:
            return


def near(schema: Schema, point: Point, value: Json) -> Iterator[Json]:
    """What may take the place of a value that a schema admits, and is but for one point like it: all but as long as
    it may be, or the same in another type."""
    match point, value:
        case Point("type", "refused"), _:
            yield from (None, *_lookalikes(value))
        case Point("enum" | "const", "refused"), _:
            yield from (twin for held in listed(schema) for twin in _twins(held))
        case Point("maxLength", "refused"), str():
            longer = min(int(extremes("maxLength", schema)[1]), _MOST + 1)
            yield value + (value[-1:] or "x") * (longer - len(value))
        case Point("uniqueItems", "refused"), [first, *rest]:
            yield from ([first, first, *rest], [*rest, rest[-1]] if rest else [first, first])
        case Point("format", "refused"), str():
            yield from (value.replace("-", ""), value.replace("T", " "), f"{{{value}}}", re.sub(_ZONE, "", value))
        case Point("multipleOf", "refused"), int() | float():
            yield value + schema["multipleOf"] / 2
        case Point(keyword, "refused"), _ if keyword in BOUNDS:
            yield from _sized(value, extremes(keyword, schema)[1])
        case _:
            return


def _lookalikes(value: Json) -> tuple[Json, ...]:
    """The same in another type, or nearly so."""
    match value:
        case bool():
            return json.dumps(value), int(value)
        case int() | float():
            return str(value), True, 0.5
        case str():
            return 0, [value]
        case _:
            return "", {}, []


def _twins(value: Json) -> Iterator[Json]:
    """What a listed value could be taken for."""
    match value:
        case bool() | None:
            yield json.dumps(value)
        case int() | float():
            yield from (str(value), value + 0.5, True, False)
        case str():
            yield from (value.swapcase(), value + "x")
        case _:
            return


def _names(pattern: str) -> Iterator[str]:
    """Names that match a pattern, if it is nearly a literal."""
    literal = pattern.strip("^$")
    return (name for name in (literal, f"{literal}x") if satisfied("pattern", {"pattern": pattern}, name))


def _sized(value: Json, size: int | float) -> Iterator[Json]:
    """A number, or a value of the same kind that is of a size."""
    if isinstance(value, int | float):
        yield size
    elif not isinstance(size, int) or not 0 <= size <= _MOST:
        return
    elif isinstance(value, str):
        yield ((value or "x") * size)[:size]
        yield "x" * size
    elif isinstance(value, list):
        yield [*value, *value[-1:] * size][:size] if value else cast("list[Json]", [None] * size)
    elif isinstance(value, dict):
        more = {f"x{number}": next(iter(value.values()), None) for number in range(size)}
        yield dict(list({**value, **more}.items())[:size])
