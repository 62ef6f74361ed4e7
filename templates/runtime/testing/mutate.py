"""Payloads that are broken somewhere, or look as if they were: the oracle decides whether they still are valid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .json import Json

Place: TypeAlias = tuple[str | int, ...]

_OTHERS: tuple[Json, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    0.5,
    10**20,
    "",
    "x",
    "3",
    "null",
    "é😀",
    [],
    [None],
    {},
    {"x": 1},
)


def mutated(payloads: SearchStrategy[Json], words: Sequence[Json] = ()) -> SearchStrategy[Json]:
    """Payloads with one change at a place of any depth, now and then to one of the words of their schema."""

    @st.composite
    def shape(draw: st.DrawFn) -> Json:
        payload = draw(payloads)
        place = draw(st.sampled_from(list(places(payload))))
        value = at(payload, place)
        kinds = [st.sampled_from(_changes(value)), st.sampled_from(_OTHERS)]
        kinds += [_worded(value, st.sampled_from(words))] if words else []
        return replaced(payload, place, draw(st.one_of(kinds)))

    return shape()


def places(value: Json, place: Place = ()) -> Iterator[Place]:
    """Every place in a value, the value itself first."""
    yield place
    match value:
        case dict():
            for name, member in value.items():
                yield from places(member, (*place, name))
        case list():
            for index, item in enumerate(value):
                yield from places(item, (*place, index))
        case _:
            pass


def at(value: Json, place: Place) -> Json:
    """What stands at a place. Raises LookupError if there is no such place."""
    for step in place:
        match value, step:
            case dict(), str():
                value = value[step]
            case list(), int():
                value = value[step]
            case _:
                raise LookupError(step)
    return value


def holds(value: Json, place: Place) -> bool:
    """Whether anything stands at a place, be it null."""
    try:
        at(value, place)
    except LookupError:
        return False
    return True


def replaced(value: Json, place: Place, new: Json) -> Json:
    """A copy with something else at a place."""
    return _rebuilt(value, place, lambda: new)


def removed(value: Json, place: Place) -> Json:
    """A copy without the member that stands at a place."""
    inside = at(value, place[:-1])
    assert isinstance(inside, dict)
    return replaced(value, place[:-1], {name: member for name, member in inside.items() if name != place[-1]})


def without_one(value: Json) -> Iterator[Json]:
    """The value without each of the members in it, in turn."""
    return (removed(value, place) for place in places(value) if place and isinstance(place[-1], str))


def _rebuilt(value: Json, place: Place, new: Callable[[], Json]) -> Json:
    match value, place:
        case _, ():
            return new()
        case dict(), (str() as name, *rest):
            return {**value, name: _rebuilt(value[name], tuple(rest), new)}
        case list(), (int() as index, *rest):
            return [*value[:index], _rebuilt(value[index], tuple(rest), new), *value[index + 1 :]]
        case _:
            raise LookupError(place)


def _worded(value: Json, words: SearchStrategy[Json]) -> SearchStrategy[Json]:
    """A word in the place of a value, or as one more member or item of it."""
    match value:
        case dict():
            held = st.one_of(words, st.sampled_from(_OTHERS))
            return st.tuples(words, held).map(lambda added: {**value, str(added[0]): added[1]})
        case list():
            return st.one_of(words, words.map(lambda word: [*value, word]))
        case _:
            return words


def _changes(value: Json) -> list[Json]:
    """What a value can be mistaken for, and what is just beside it."""
    match value:
        case bool():
            return [int(value), str(value).lower(), not value]
        case int() | float():
            return [str(value), -value, value + 1, value - 1, value + 0.5 if abs(value) < 2**50 else 0.5, [value]]
        case str():
            return _strings(value)
        case list():
            return [[], value + value[-1:], value[:-1], value[::-1], {"0": value}, [*value, None]]
        case dict():
            return list(_objects(value))
        case None:
            return ["null", "", 0, False, {}, []]


def _strings(value: str) -> list[Json]:
    """Digits, hyphens and the T are what numbers, uuids and date-times are made of."""
    number = int(value) if value.isascii() and value.isdecimal() and len(value) < 100 else 0
    parts: list[Json] = [value[:-1], value[1:], value.replace("-", ""), value.replace("T", " "), value * 40]
    cases: list[Json] = [value.upper(), value.lower(), value.swapcase()]
    return [*parts, *cases, value + "x", f" {value}", f"{value}\n", "", number, [value], {"value": value}]


def _objects(value: dict[str, Json]) -> Iterator[Json]:
    yield {}
    yield [value]
    yield {**value, "unheard_of": None}
    for name, held in value.items():
        rest = {other: member for other, member in value.items() if other != name}
        yield rest
        yield {**rest, name.swapcase(): held}
        yield {**value, name: None}
