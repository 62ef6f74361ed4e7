"""When two JSON values are the same.

Objects have no order and arrays have one. Numbers are equal by value, `1` and `1.0` for instance: floats as doubles,
integers exactly at any size. `true` is no number, strings are equal by code point, and absent is not null. What was
given comes first, what became of it second.
"""

from __future__ import annotations

from collections.abc import Iterator

from .json import Json


def same(a: Json, b: Json) -> bool:
    """Whether two values are the same JSON."""
    return not difference(a, b)


def difference(a: Json, b: Json) -> str:
    """The first place where two values differ, as a JSON pointer, and how; empty if they are the same."""
    return next(_differences(a, b, ""), "")


def _differences(a: Json, b: Json, place: str) -> Iterator[str]:
    match a, b:
        case dict(), dict():
            for name in dict.fromkeys([*a, *b]):
                inside = f"{place}/{name.replace('~', '~0').replace('/', '~1')}"
                if name not in b:
                    yield f"{inside}: {a[name]!r} is gone"
                elif name not in a:
                    yield f"{inside}: {b[name]!r} was added"
                else:
                    yield from _differences(a[name], b[name], inside)
        case list(), list():
            for index, (left, right) in enumerate(zip(a, b, strict=False)):
                yield from _differences(left, right, f"{place}/{index}")
            if len(a) != len(b):
                yield f"{place}: {len(a)} items became {len(b)}"
        case _:
            if not _equal(a, b):
                yield f"{place}: {a!r} became {b!r}"


def _equal(a: Json, b: Json) -> bool:
    if isinstance(a, bool) or isinstance(b, bool) or a is None or b is None:
        return a is b
    if isinstance(a, int | float) and isinstance(b, int | float):
        return _numerals_equal(a, b)
    return type(a) is type(b) and a == b


def _numerals_equal(a: int | float, b: int | float) -> bool:
    """A float that was given stands for every number that rounds to it, so an integer that does is as good."""
    if isinstance(a, int) or isinstance(b, float):
        return a == b
    try:
        return a == float(b)
    except OverflowError:
        return False
