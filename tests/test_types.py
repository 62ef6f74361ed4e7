"""The annotations of generated models, one by one, where drawn payloads would seldom lead."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import pytest
from pydantic import ConfigDict, TypeAdapter, ValidationError

from runtime import types
from runtime.model import UNSET, Model
from runtime.patterns import search, translated
from runtime.rules import Needs, Size, Together, rules


class Cat(Model):
    claws: types.Integer | UNSET = UNSET


class Dog(Model):
    bark: str | UNSET = UNSET


class Owner(Model):
    pet: types.OneOf[Cat, Dog] | UNSET = UNSET


class Contact(Model):
    mail: str | UNSET = UNSET
    phone: str | UNSET = UNSET
    _rules = rules(Size(1, 2), Together(("mail",), ("phone",), least=1, most=1), Needs("phone", ("since",)))


def accepts(type_: Any, value: object) -> bool:
    try:
        TypeAdapter[object](type_, config=ConfigDict(strict=True)).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"^a$", "a\n", False),
        (r"\d", "\u0661", False),
        (r"\w", "\u00e9", False),
        (r"\s", "\ufeff", True),
        (r"\s", "\x1c", False),
        (r"[\S]", "\u2003", False),
        (r"^[^]$", "\n", True),
        (r"[]", "a", False),
        (r"^\u{1F600}$", "\U0001f600", True),
        (r"^\ud83d\ude00$", "\U0001f600", True),
        (r"^\/\-$", "/-", True),
        (r"^(?<a>x)\k<a>$", "xx", True),
        (r"^[a&&b]+$", "&", True),
        (r"^\p{Lu}$", "\u00c9", True),
        (r"^\p{Lu}$", "e", False),
        (r"(", "anything", True),
    ],
)
def test_patterns_are_those_of_ecma_262(pattern: str, text: str, found: bool) -> None:
    assert search(pattern)(text) is found
    assert accepts(Annotated[str, types.Matches(pattern)], text) is found


def test_a_pattern_is_translated_for_python() -> None:
    assert translated(r"^(?<year>\d{4})-\k<year>$") == r"^(?P<year>\d{4})-(?P=year)\Z"


@pytest.mark.parametrize(
    ("factor", "value", "multiple"),
    [
        (0.01, 4.35, True),
        (0.01, 4.351, False),
        (0.1, 1e22, True),
        (3, 10**20 + 2, True),
        (3, 10**20, False),
        (1.5, 3, True),
    ],
)
def test_multiples_are_those_of_the_decimal_text(factor: float, value: float, multiple: bool) -> None:
    assert accepts(Annotated[types.Number, types.MultipleOf(factor)], value) is multiple


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("2016-12-31T23:59:60Z", True),
        ("1990-12-31T15:59:60.5-08:00", True),
        ("2016-12-31T23:58:60Z", False),
        ("2016-12-31T23:59:60+01:00", False),
        ("2016-12-31T24:00:00Z", False),
        ("2016-12-31T10:00:00+24:00", False),
    ],
)
def test_leap_seconds_end_a_day(text: str, valid: bool) -> None:
    assert accepts(types.DateTime, text) is valid


def test_the_spelling_of_a_date_time_is_bounded() -> None:
    short = Annotated[types.DateTime, types.Spelled(max_length=20), types.Matches("Z$")]
    assert isinstance(TypeAdapter(short).validate_python("2026-01-31T23:59:00Z"), datetime)
    assert not accepts(short, "2026-01-31T23:59:00.123Z")
    assert not accepts(short, "2026-01-31T23:59:00z")


def test_exactly_one_of_several() -> None:
    assert Owner(pet=Cat(claws=1)).model_dump_json() == '{"pet":{"claws":1}}'
    assert isinstance(Owner.model_validate_json('{"pet":{"claws":"1","bark":"x"}}').pet, Dog)
    both = '{"pet":{"claws":1,"bark":"x"}}'
    with pytest.raises(ValidationError, match="exactly one of 2 alternatives, but is 2 of them"):
        Owner.model_validate_json(both)
    assert Owner.model_validate_json(both, context={"open": True}).model_dump_json() == both


@pytest.mark.parametrize(
    ("members", "valid"),
    [
        ({"mail": "x"}, True),
        ({"mail": "x", "other": 1}, True),
        ({}, False),
        ({"other": 1}, False),
        ({"mail": "x", "phone": "1"}, False),
        ({"phone": "1"}, False),
        ({"phone": "1", "since": 1}, True),
        ({"mail": "x", "a": 1, "b": 2}, False),
        ({"mail": "x", "phone": UNSET}, True),
    ],
)
def test_rules_of_a_class(members: dict[str, Any], valid: bool) -> None:
    try:
        Contact(**members)
    except ValidationError:
        assert not valid
    else:
        assert valid
