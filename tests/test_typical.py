"""Typical data is valid and surprises nobody: every word of the strategies knows how to draw it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from runtime.testing import draw
from runtime.testing.draw import SearchStrategy, lists, mapping, none, one_of, record, text
from runtime.testing.json import Json
from runtime.testing.outside import drawing_from
from runtime.testing.typical import accepted, typically


def drawn(strategy: SearchStrategy[Any], count: int = 30, *, typical: bool = True) -> list[Any]:
    """So many values, none of which was given up."""
    source = drawing_from(strategy)
    with typically(typical):
        found = [source(str(index)) for index in range(count)]
    assert all(found)
    return [value for (value,) in found]


@pytest.mark.parametrize(
    ("least", "most", "multiple", "fine"),
    [
        (None, None, None, range(1, 1001)),
        (0, None, None, range(1, 1001)),
        (0, 0, None, [0]),
        (None, 0, None, range(-1000, 1)),
        (-5, -2, None, range(-5, -1)),
        (10**12, None, None, range(10**12, 10**12 + 1000)),
        (1, 65535, None, range(1, 1001)),
        (None, None, 250, range(250, 2501, 250)),
    ],
)
def test_whole_numbers_are_small_and_within_bounds(least: Any, most: Any, multiple: Any, fine: range) -> None:
    assert {type(number) for number in drawn(draw.integers(least, most, multiple_of=multiple))} == {int}
    assert set(drawn(draw.integers(least, most, multiple_of=multiple))) <= set(fine)


@pytest.mark.parametrize(
    ("bounds", "least", "most"),
    [
        ({}, 1, 11),
        ({"minimum": 0.1, "maximum": 16.0}, 1, 11),
        ({"exclusive_minimum": 0, "exclusive_maximum": 1}, 0.1, 0.9),
        ({"minimum": 0.25, "maximum": 0.26}, 0.25, 0.26),
        ({"exclusive_maximum": -3}, -13, -3.1),
        ({"minimum": 0, "maximum": 1, "multiple_of": 0.25}, 0.25, 1),
        ({"exclusive_minimum": 1e300}, 10**300, 1.7e308),
    ],
)
def test_numbers_have_few_digits_and_are_within_bounds(bounds: dict[str, float], least: float, most: float) -> None:
    assert all(least <= number <= most for number in drawn(draw.numbers(**bounds)))


@pytest.mark.parametrize(("least", "most"), [(0, None), (1, 1), (0, 3), (30, 32), (5000, None), (0, 0)])
def test_texts_are_words_of_the_right_length(least: int, most: int | None) -> None:
    for found in drawn(text(least, most)):
        assert re.fullmatch("[a-z]*(-[a-z]+)*", found)
        assert least <= len(found) <= (max(least, 20) if most is None else most)


@pytest.mark.parametrize(
    ("pattern", "readable"),
    [
        ("^[a-z]+\\Z", "[a-z]{3,}"),
        ("^[A-Z_]+\\Z", "[A-Z]{3,}"),
        ("^[a-z][a-z0-9-]{7,}\\Z", "[a-z]+-[a-z]+"),
        ("^\\d+\\.\\d+\\.\\d+\\Z", "1.2.3"),
        ("^[^@]+@[^@]+\\Z", "meadow@example.com"),
        ("^SKU", "SKU[ -~]*"),
        ("^\\{[^}]\\}\\Z", "\\{[ -~]\\}"),
        ("^[äöü]{2}\\Z", "[äöü]{2}"),
        ("x\\Z", ".*x"),
    ],
)
def test_texts_with_a_pattern_are_as_readable_as_can_be(pattern: str, readable: str) -> None:
    for found in drawn(draw.matching(pattern)):
        assert re.search(pattern, found) and re.fullmatch(readable, found), found


def test_days_and_moments_are_of_this_decade_and_uuids_are_written_small() -> None:
    assert all(re.fullmatch(r"202\d-\d\d-\d\d", day) for day in drawn(draw.dates()))
    assert all(re.fullmatch(r"202\d-\d\d-\d\dT\d\d:\d\d:[0-5]\dZ", moment) for moment in drawn(draw.date_times()))
    assert all(re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}", uuid) for uuid in drawn(draw.uuids()))


@pytest.mark.parametrize(
    "strategy",
    [
        one_of(none(), text()),
        one_of(none(), record(required={"a": text()})),
        draw.sampled_from(["a", None, "b"]),
        draw.json_values(),
        one_of(draw.parsed("null"), draw.parsed('{"a": 1}')),
    ],
)
def test_nothing_is_null_that_need_not_be(strategy: SearchStrategy[Json]) -> None:
    assert None not in drawn(strategy)
    assert drawn(none(), 3) == [None] * 3


def test_an_object_has_all_members_that_are_declared_and_no_others() -> None:
    members = {f"m{index}": text() for index in range(40)}
    strategy = record(required={"id": text()}, optional=members, extra=draw.json_values())
    assert all(list(found) == ["id", *members] for found in drawn(strategy))
    assert all(len(found) == 3 for found in drawn(record(optional=members, max_size=3)))
    assert all(len(found) >= 90 for found in drawn(record(extra=draw.json_values(), min_size=90), 3))


def test_arrays_and_maps_have_a_few_entries() -> None:
    assert {len(found) for found in drawn(lists(text()))} == {1, 2, 3}
    assert {len(found) for found in drawn(mapping(text()))} == {1, 2, 3}
    assert {len(found) for found in drawn(lists(text(), max_size=0), 3)} == {0}
    assert {len(found) for found in drawn(lists(text(), min_size=7), 3)} == {7}
    assert {len(found) for found in drawn(lists(text(), min_size=40, unique=True), 3)} == {40}
    assert {len(found) for found in drawn(lists(draw.nothing(), prefix=[text(), text()], max_size=2), 3)} == {2}


def recursive(shape: Callable[[SearchStrategy[Json]], SearchStrategy[Json]]) -> SearchStrategy[Json]:
    """A schema that holds itself, made once as the functions of a package are."""
    made: list[SearchStrategy[Json]] = []

    def schema() -> SearchStrategy[Json]:
        return made[0]

    made.append(shape(draw.deferred(schema)))
    return made[0]


@pytest.mark.parametrize(
    ("shape", "largest"),
    [
        (lambda own: record(required={"id": text(), "next": one_of(none(), own)}), 3),
        (lambda own: record(required={"id": text()}, optional={"children": lists(own)}), 13),
        (lambda own: record(required={"id": text()}, optional={f"m{index}": own for index in range(12)}), 157),
        (lambda own: record(required={"id": text()}, optional={f"m{index}": lists(own) for index in range(12)}), 400),
        (lambda own: record(required={"id": text(), "next": one_of(none(), lists(own, min_size=1))}), 13),
    ],
    ids=["chain", "tree", "wide", "wide lists", "full lists"],
)
def test_what_holds_itself_does_so_once_or_twice(shape: Callable[..., SearchStrategy[Json]], largest: int) -> None:
    for found in drawn(recursive(shape), 5):
        assert 2 < str(found).count("'id'") <= largest


def test_what_is_large_goes_on_with_what_is_simple() -> None:
    large = lists(
        record(required={"id": text()}, optional={"tags": lists(text()), "more": mapping(lists(mapping(text())))})
    )
    for found in drawn(lists(large, min_size=40, max_size=40), 3):
        assert all(item["tags"] for inner in found for item in inner)


def test_what_is_to_be_accepted_is_typical_if_it_can_be() -> None:
    either_or = record(optional={"a": text(), "b": text()})
    assert all(len(found) < 2 for found in drawn(accepted(either_or, lambda value: len(value) < 2)))
    assert set(drawn(accepted(text(), lambda value: not value, draw.just("")))) == {""}
    assert all(day < "2026" for day in drawn(draw.fitting(draw.dates(), "^202[0-5]")))


def test_what_is_drawn_otherwise_is_as_it_ever_was() -> None:
    found = drawn(record(optional={"a": one_of(none(), text())}, extra=draw.json_values()), 100, typical=False)
    assert {} in found
    assert any(value.get("a", "") is None for value in found)
    assert any(set(value) - {"a"} for value in found)
