"""The vocabulary of the strategies: each function returns one that draws JSON values, as they look on the wire.

A schema that holds itself, or very many others, would draw without end. So each drawing keeps count of the
objects and arrays in it, and once there are many it goes on leanly: optional members stay absent, arrays are as short
as may be, and of several alternatives the first one is taken.

Typical data has all members that are declared and none that are not, no null, and few items in an array. Where it goes
on leanly it still has what is simple.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TypeAlias, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy, nothing

from .dates import date_times, dates
from .json import Json, decode
from .numbers import integers, numbers
from .plain import name
from .size import DEEPEST, drawing
from .strings import fitting, matching, text, uuids
from .typical import chosen, complete, either, marked, shaped, simple, typical

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
    "kinds",
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
    often = either(st.booleans() if patterns else _SELDOM, lambda draw: bool(patterns) and not members)

    def shape(draw: st.DrawFn) -> dict[str, Json]:
        with drawing:
            names = [*needed, *_chosen(draw, optional or {}, min_size - len(needed))]
            drawn = {name: draw(members[name]) for name in _cut(names, len(needed), max_size)}
            if extras is not None and (len(drawn) < min_size or (not drawing.lean and draw(often))):
                drawn |= draw(extras)
                while len(drawn) < min_size:
                    drawn |= draw(extras)
                return {name: drawn[name] for name in _cut(list(drawn), len(needed), max_size)}
            return drawn

    return shaped(shape)


def _cut(names: list[str], least: int, most: int | None) -> list[str]:
    return names if most is None else names[: max(least, most)]


def _chosen(draw: st.DrawFn, optional: Mapping[str, SearchStrategy[Json]], least: int) -> list[str]:
    """The optional members that are present: none, one, all or any of them, and at least so many."""
    names = list(optional)
    if drawing.lean:
        names = [name for name, member in optional.items() if typical() and marked(member)]
    if names and not (typical() and complete()):
        mask = draw(_masks(len(names)))
        names = [name for bit, name in enumerate(names) if mask >> bit & 1]
    return names + [name for name in optional if name not in names][: max(0, least - len(names))]


@cache
def _masks(count: int) -> SearchStrategy[int]:
    """Sets of members, as bits."""
    full = (1 << count) - 1
    single = st.integers(0, count - 1).map(lambda bit: 1 << bit)
    return st.one_of(st.just(0), single, st.just(full), st.integers(0, full), st.integers(0, full))


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
    plain = marked(values)

    def shape(draw: st.DrawFn) -> dict[str, Json]:
        with drawing:
            least, most = drawing.sizes(min_size, max_size, simple=plain)
            drawn = draw(st.lists(member, min_size=least, max_size=most, unique_by=lambda pair: pair[0]))
            return {name: draw(held) for name, held in drawn}

    return simple(shaped(shape)) if plain else shaped(shape)


def _extras(declared: frozenset[str], kinds: Sequence[Kind]) -> SearchStrategy[dict[str, Json]]:
    """One or two members that are not declared, some of them named much like those that are."""
    twins = sorted({twin for name in declared for twin in _twins(name)} - declared)
    member = _member(kinds, either(st.one_of(_NAMES, st.sampled_from(twins)), name) if twins else _NAMES)

    def shape(draw: st.DrawFn) -> dict[str, Json]:
        drawn = draw(st.lists(member, min_size=1, max_size=2))
        return {name: draw(held) for name, held in dict(drawn).items() if name not in declared}

    return shaped(shape)


def _member(kinds: Sequence[Kind], usual: SearchStrategy[str]) -> SearchStrategy[tuple[str, SearchStrategy[Json]]]:
    """A name of one of the kinds of members, and what such a member holds."""

    def shape(draw: st.DrawFn) -> tuple[str, SearchStrategy[Json]]:
        names, held = chosen(draw, kinds)
        return str(draw(usual if names is None else names)), held

    return shaped(shape)


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
_NAMES = either(
    st.one_of(st.text("abcxyz", min_size=1, max_size=6), st.sampled_from(_ODD_NAMES), st.text(max_size=6)),
    name,
)


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
    plain = all(map(marked, (items, *prefix)))

    def shape(draw: st.DrawFn) -> list[Json]:
        with drawing:
            count = draw(st.integers(*drawing.sizes(min_size, max_size, prefix=len(prefix), simple=plain)))
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

    return simple(shaped(shape)) if plain else shaped(shape)


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
    telling = [branch for branch in branches if branch is not _NONE] or list(branches)
    plain = [branch for branch in telling if marked(branch)]

    def shape(draw: st.DrawFn) -> Json:
        if typical():
            return draw(chosen(draw, telling if not drawing.lean else plain or branches[:1]))
        return draw(branches[0 if drawing.lean else draw(choice)])

    return simple(shaped(shape)) if plain else shaped(shape)


def deferred(function: Callable[[], SearchStrategy[Json]]) -> SearchStrategy[Json]:
    """What a function returns, which is not called before something is drawn."""

    def shape(draw: st.DrawFn) -> Json:
        with drawing.inside(function):
            return draw(function())

    return shaped(shape)


def kinds(
    base: SearchStrategy[Json], tag: str, called: Mapping[str, Callable[[], SearchStrategy[Json]]]
) -> SearchStrategy[Json]:
    """Objects of a schema, and of what extends it: `called` has the functions of these, by what their `tag` says.

    None is called before something is drawn.
    """
    texts = list(called)
    choice = st.integers(0, len(texts))

    def shape(draw: st.DrawFn) -> Json:
        number = 0 if drawing.lean else draw(choice)
        if typical() and not drawing.lean:
            number = max(number, 1)
        if not number:
            return draw(base)
        text = texts[number - 1]
        value = draw(deferred(called[text]))
        return {**value, tag: text} if isinstance(value, dict) and tag in value else value

    return shaped(shape)


def json_values() -> SearchStrategy[Json]:
    """Any JSON value, not very deep."""

    def shape(draw: st.DrawFn) -> Json:
        shallow = not typical() and not drawing.lean and drawing.depth < DEEPEST - 1
        return draw(_CONTAINERS if shallow and draw(_SELDOM) else _SCALARS)

    return simple(shaped(shape))


# --- scalars ----------------------------------------------------------------------------------------------------------


def none() -> SearchStrategy[None]:
    """Null, which is not typical where anything else may be."""
    return _NONE


def booleans() -> SearchStrategy[bool]:
    """True or false."""
    return _BOOLEANS


def just(value: Json) -> SearchStrategy[Json]:
    """One scalar."""
    return _NONE if value is None else simple(st.just(value))


def sampled_from(values: Sequence[Json]) -> SearchStrategy[Json]:
    """One of several scalars."""
    telling = [value for value in values if value is not None] or values
    return either(st.sampled_from(values), lambda draw: chosen(draw, telling))


def parsed(value: str) -> SearchStrategy[Json]:
    """The one value that a JSON text stands for, made anew each time."""
    return _NONE if value == "null" else simple(st.builds(decode, st.just(value)))


_NONE = simple(st.none())
_BOOLEANS = simple(st.booleans())
_SCALARS: SearchStrategy[Json] = either(
    st.one_of(none(), booleans(), integers(), numbers(), text()),
    lambda draw: draw(chosen(draw, (text(), text(), integers(), booleans()))),
)
_CONTAINERS = one_of(lists(deferred(json_values)), mapping(deferred(json_values)))
