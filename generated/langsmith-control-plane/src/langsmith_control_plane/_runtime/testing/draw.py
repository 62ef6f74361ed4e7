"""The vocabulary of the strategies: each function returns one that draws JSON values, as they look on the wire.

A schema that holds itself, or very many others, would draw without end. So each drawing keeps count of the
objects and arrays in it, and once there are many it goes on leanly: optional members stay absent, arrays are as short
as may be, and of several alternatives the first one is taken.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TypeAlias, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy, booleans, just, none, nothing, sampled_from

from .dates import date_times, dates
from .json import Json, decode
from .numbers import integers, numbers

__all__ = [
    "Json",
    "SearchStrategy",
    "booleans",
    "date_times",
    "dates",
    "deferred",
    "fitting",
    "integers",
    "json_values",
    "just",
    "lists",
    "mapping",
    "matching",
    "none",
    "nothing",
    "numbers",
    "one_of",
    "parsed",
    "record",
    "sampled_from",
    "text",
    "uuids",
]

T = TypeVar("T")
Kind: TypeAlias = "tuple[SearchStrategy[Json] | None, SearchStrategy[Json]]"
"""What members that are not declared are called, None for anything, and what they hold."""
Pattern: TypeAlias = "tuple[SearchStrategy[Json], SearchStrategy[Json]]"

DEEPEST = 5
MOST = 60
LONGEST = 2_000


class _Drawing(threading.local):
    """How deep the drawing is at present, and how many objects and arrays it has so far."""

    depth = 0
    count = 0

    @property
    def lean(self) -> bool:
        return self.depth > DEEPEST or self.count > MOST

    def __enter__(self) -> None:
        if self.depth == 0:
            self.count = 0
        self.depth += 1
        self.count += 1

    def __exit__(self, *_: object) -> None:
        self.depth -= 1


_drawing = _Drawing()


# Strategies are made of closures, so that none has to print the others it is made of.
@st.composite
def _drawn(draw: st.DrawFn, shape: Callable[[st.DrawFn], T]) -> T:
    return shape(draw)


# --- objects ----------------------------------------------------------------------------------------------------------


def record(
    *,
    required: Mapping[str, SearchStrategy[Json]] | None = None,
    optional: Mapping[str, SearchStrategy[Json]] | None = None,
    extra: SearchStrategy[Json] | None = None,
    forbidden: Iterable[str] = (),
    names: SearchStrategy[Json] | None = None,
    patterns: Sequence[Pattern] = (),
    min_size: int = 0,
    max_size: int | None = None,
) -> SearchStrategy[dict[str, Json]]:
    """Objects with these members. `extra` is what others may hold, now and then; those in `forbidden` never occur.

    Others have `names`, or those of one of the `patterns` and hold what belongs to it.
    """
    needed = list(required or ())
    members = {**(required or {}), **(optional or {})}
    kinds = [*patterns, *([] if extra is None else [(names, extra)])]
    extras = _extras(frozenset([*members, *forbidden]), kinds) if kinds else None

    def shape(draw: st.DrawFn) -> dict[str, Json]:
        with _drawing:
            names = [*needed, *_chosen(draw, list(optional or ()), min_size - len(needed))]
            drawn = {name: draw(members[name]) for name in _cut(names, len(needed), max_size)}
            often = st.booleans() if patterns else _SELDOM
            if extras is not None and (len(drawn) < min_size or (not _drawing.lean and draw(often))):
                drawn |= draw(extras)
                while len(drawn) < min_size:
                    drawn |= draw(extras)
                return {name: drawn[name] for name in _cut(list(drawn), len(needed), max_size)}
            return drawn

    return _drawn(shape)


def _cut(names: list[str], least: int, most: int | None) -> list[str]:
    return names if most is None else names[: max(least, most)]


def _chosen(draw: st.DrawFn, names: list[str], least: int) -> list[str]:
    """The optional members that are present: none, one, all or any of them, and at least so many."""
    if not names or (_drawing.lean and least <= 0):
        return []
    mask = 0 if _drawing.lean else draw(_masks(len(names)))
    chosen = [name for bit, name in enumerate(names) if mask >> bit & 1]
    return chosen + [name for name in names if name not in chosen][: max(0, least - len(chosen))]


@cache
def _masks(count: int) -> SearchStrategy[int]:
    """Sets of members, as bits."""
    full = (1 << count) - 1
    single = st.integers(0, count - 1).map(lambda bit: 1 << bit)
    return st.one_of(just(0), single, just(full), st.integers(0, full), st.integers(0, full))


def mapping(
    values: SearchStrategy[Json],
    *,
    names: SearchStrategy[Json] | None = None,
    patterns: Sequence[Pattern] = (),
    min_size: int = 0,
    max_size: int | None = None,
) -> SearchStrategy[dict[str, Json]]:
    """Objects whose members have any names, unless `names` says which, or those of one of the `patterns`."""
    member = _member([*patterns, (names, values)], _NAMES)

    def shape(draw: st.DrawFn) -> dict[str, Json]:
        with _drawing:
            most = _least(min_size if _drawing.lean else min_size + 3, max_size)
            drawn = draw(st.lists(member, min_size=min_size, max_size=most, unique_by=lambda pair: pair[0]))
            return {name: draw(held) for name, held in drawn}

    return _drawn(shape)


def _extras(declared: frozenset[str], kinds: Sequence[Kind]) -> SearchStrategy[dict[str, Json]]:
    """One or two members that are not declared, some of them named much like those that are."""
    twins = sorted({twin for name in declared for twin in _twins(name)} - declared)
    member = _member(kinds, st.one_of(_NAMES, sampled_from(twins)) if twins else _NAMES)

    def shape(draw: st.DrawFn) -> dict[str, Json]:
        drawn = draw(st.lists(member, min_size=1, max_size=2))
        return {name: draw(held) for name, held in dict(drawn).items() if name not in declared}

    return _drawn(shape)


def _member(kinds: Sequence[Kind], usual: SearchStrategy[str]) -> SearchStrategy[tuple[str, SearchStrategy[Json]]]:
    """A name of one of the kinds of members, and what such a member holds."""

    def shape(draw: st.DrawFn) -> tuple[str, SearchStrategy[Json]]:
        names, held = kinds[draw(st.integers(0, len(kinds) - 1))] if len(kinds) > 1 else kinds[0]
        return str(draw(usual if names is None else names)), held

    return _drawn(shape)


def _twins(name: str) -> tuple[str, str, str]:
    """`mountPath` -> `mount_path`, and the other way round: what a careless package takes for the same."""
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    head, *tail = snake.split("_")
    return snake, head + "".join(part.capitalize() for part in tail), f"{snake}_"


_SELDOM = st.integers(0, 7).map(lambda number: number == 7)
_ODD_NAMES = (
    "",
    "$ref",
    "__class__",
    "__init__",
    "class",
    "extra_body",
    "model_config",
    "model_extra",
    "self",
    "é",
    "😀",
)
_NAMES = st.one_of(st.text("abcxyz", min_size=1, max_size=6), sampled_from(_ODD_NAMES), st.text(max_size=6))


# --- arrays and alternatives ------------------------------------------------------------------------------------------


def lists(
    items: SearchStrategy[Json],
    *,
    prefix: Sequence[SearchStrategy[Json]] = (),
    holding: Sequence[tuple[SearchStrategy[Json], int]] = (),
    min_size: int = 0,
    max_size: int | None = None,
    unique: bool = False,
) -> SearchStrategy[list[Json]]:
    """Arrays of `items`, the first of them as `prefix` says; with `unique`, no two the same JSON.

    So many items of each strategy in `holding` are among them, if there is room.
    """

    def shape(draw: st.DrawFn) -> list[Json]:
        with _drawing:
            most = _least(min_size if _drawing.lean else min_size + len(prefix) + 3, max_size)
            count = draw(st.integers(min_size, max(min_size, most)))
            drawn = [draw(prefix[index] if index < len(prefix) else items) for index in range(count)]
            for wanted in (wanted for wanted, least in holding for _ in range(least)):
                _place(draw, drawn, draw(wanted), len(prefix), max_size)
            if not unique:
                return drawn
            distinct = {_identity(value): value for value in drawn}
            for _ in range(3 * (min_size - len(distinct))):
                value = draw(items)
                distinct.setdefault(_identity(value), value)
            return list(distinct.values()) if len(distinct) >= min_size else draw(nothing())

    return _drawn(shape)


def _place(draw: st.DrawFn, items: list[Json], wanted: Json, first: int, most: int | None) -> None:
    """Put an item anywhere behind the first ones, in the place of another where there is no more room."""
    full = most is not None and len(items) >= most
    last = len(items) - full
    if last >= 0:
        index = draw(st.integers(min(first, last), last))
        items[index : index + full] = [wanted]


def _identity(value: Json) -> object:
    """A key that two values share if they are the same JSON."""
    match value:
        case dict():
            return frozenset((name, _identity(member)) for name, member in value.items())
        case list():
            return tuple(_identity(item) for item in value)
        case bool():
            return (value, "boolean")
        case _:
            return value


def one_of(*branches: SearchStrategy[Json]) -> SearchStrategy[Json]:
    """Any of several; the first must be one that comes to an end."""
    choice = st.integers(0, len(branches) - 1)

    def shape(draw: st.DrawFn) -> Json:
        return draw(branches[0 if _drawing.lean else draw(choice)])

    return _drawn(shape)


def deferred(function: Callable[[], SearchStrategy[Json]]) -> SearchStrategy[Json]:
    """What a function returns, which is not called before something is drawn."""

    def shape(draw: st.DrawFn) -> Json:
        return draw(function())

    return _drawn(shape)


def json_values() -> SearchStrategy[Json]:
    """Any JSON value, not very deep."""

    def shape(draw: st.DrawFn) -> Json:
        shallow = not _drawing.lean and _drawing.depth < DEEPEST - 1
        return draw(_CONTAINERS if shallow and draw(_SELDOM) else _SCALARS)

    return _drawn(shape)


def parsed(value: str) -> SearchStrategy[Json]:
    """The one value that a JSON text stands for, made anew each time."""
    return st.builds(decode, just(value))


# --- strings ----------------------------------------------------------------------------------------------------------


def text(min_size: int = 0, max_size: int | None = None) -> SearchStrategy[str]:
    """Strings of so many code points, of every script."""
    usual = st.text(
        min_size=min(min_size, LONGEST), max_size=min(min_size + 12, LONGEST if max_size is None else max_size)
    )
    if min_size > 40:
        usual = st.text(min_size=1, max_size=12).map(lambda part: (part * min_size)[:min_size])
    if max_size is None or not min_size + 12 < max_size <= LONGEST:
        return usual
    longest = st.text(min_size=1, max_size=3).map(lambda part: (part * max_size)[:max_size])
    return st.one_of(usual, usual, usual, longest)


def matching(pattern: str, min_size: int = 0, max_size: int | None = None) -> SearchStrategy[str]:
    """Strings in which a Python expression, its classes taken as ASCII, is found."""
    return fitting(st.from_regex(re.compile(pattern, re.ASCII), alphabet=_PLAIN), min_size=min_size, max_size=max_size)


def fitting(
    strings: SearchStrategy[str], pattern: str = "", min_size: int = 0, max_size: int | None = None
) -> SearchStrategy[str]:
    """Those of the strings that are of such a length, and in which an expression is found."""
    if not pattern and not min_size and max_size is None:
        return strings
    return strings.filter(_fits(re.compile(pattern, re.ASCII), min_size, max_size))


def _fits(expression: re.Pattern[str], min_size: int, max_size: int | None) -> Callable[[str], bool]:
    def fits(drawn: str) -> bool:
        long_enough = min_size <= len(drawn) and (max_size is None or len(drawn) <= max_size)
        return long_enough and expression.search(drawn) is not None

    return fits


def uuids() -> SearchStrategy[str]:
    """UUIDs, now and then in upper case."""
    return st.one_of(st.uuids().map(str), st.uuids().map(str), st.uuids().map(lambda uuid: str(uuid).upper()))


def _least(size: int, bound: int | None) -> int:
    return size if bound is None else min(size, bound)


# What engines do not agree on: which characters end a line, and which are white space beyond ASCII.
_SPACES = "\x1c\x1d\x1e\x1f\x85\xa0\u1680\u180e\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
_DISPUTED = "\r\u2028\u2029" + _SPACES
_PLAIN = st.characters(codec="utf-8", exclude_characters=_DISPUTED)
_SCALARS: SearchStrategy[Json] = st.one_of(none(), booleans(), integers(), numbers(), text())
_CONTAINERS = one_of(lists(deferred(json_values)), mapping(deferred(json_values)))
