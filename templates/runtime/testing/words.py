"""What a schema itself speaks of: its literals, bounds and names. Chance seldom draws what a condition turns on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from .json import Json

_LITERAL = frozenset(("const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"))
_LITERALS = frozenset(("enum", "required"))
_NAMED = frozenset(("properties", "dependentSchemas", "dependentRequired", "patternProperties"))


def words(schema: object) -> tuple[Json, ...]:
    """The literals, bounds and names in a schema, each once; references are not followed."""
    return tuple({repr(word): word for word in _words(schema)}.values())


def _words(schema: object) -> Iterator[Json]:
    match schema:
        case dict():
            for keyword, held in cast("dict[str, Json]", schema).items():
                yield from _spoken(keyword, held)
        case list():
            for each in cast("list[object]", schema):
                yield from _words(each)
        case _:
            return


def _spoken(keyword: str, held: Json) -> Iterator[Json]:
    if keyword in _LITERAL:
        yield held
    elif keyword in _LITERALS and isinstance(held, list):
        yield from held
    elif keyword in _NAMED and isinstance(held, dict):
        yield from held
        for each in held.values():
            yield from _words(each)
    else:
        yield from _words(held)
