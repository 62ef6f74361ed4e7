"""The annotations of generated models, one by one, where drawn payloads would seldom lead."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, Literal

import pytest
from pydantic import ConfigDict, TypeAdapter, ValidationError

from runtime import types
from runtime.locations import pointer
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


def test_the_faults_that_all_alternatives_find_are_told_at_their_places() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(types.OneOf[Robot, Plant])
    with pytest.raises(ValidationError) as refusal:
        adapter.validate_json('{"name":1,"volts":"x"}')
    assert [(fault["loc"], fault["type"]) for fault in refusal.value.errors()] == [(("name",), "string_type")]
    with pytest.raises(ValidationError, match="exactly one of 2 alternatives, but is none of them"):
        adapter.validate_json('{"name":"x","volts":"x"}')


class Named(Model):
    name: str | UNSET = UNSET


class Robot(Named):
    volts: types.Integer


class Plant(Named):
    leaves: types.Integer


KINDS = types.Growing("kind", "robot", "plant")
TAGGED: TypeAdapter[Any] = TypeAdapter(Annotated[Robot | Plant | dict[str, Any], KINDS])
UNTAGGED: TypeAdapter[Any] = TypeAdapter(Annotated[Robot | Plant | dict[str, Any], types.Growing()])
BESIDE: TypeAdapter[Any] = TypeAdapter(Annotated[Robot | Plant | dict[str, Any], types.Growing(beside=Named)])


class Card(Model):
    kind: Literal["card"]
    card: types.Integer


class Cash(Model):
    kind: Literal["cash"]
    card: str | UNSET = UNSET


TOLD = Annotated[Card | Cash, types.Tagged("kind", "card", "cash")]


@pytest.mark.filterwarnings("error")
def test_objects_are_told_apart_by_a_member() -> None:
    either: TypeAdapter[Any] = TypeAdapter(TOLD | str | None)
    for text in ('{"kind":"card","card":1}', '{"kind":"cash","card":"x","more":1}', '"x"', "null"):
        assert either.dump_json(either.validate_json(text)).decode() == text
    assert type(either.validate_python({"kind": "cash"})) is Cash
    assert type(either.validate_python(Card(kind="card", card=1))) is Card
    grows: TypeAdapter[Any] = TypeAdapter(Annotated[TOLD | dict[str, Any], types.Growing()])
    text = '{"kind":"cheque","card":[]}'
    assert grows.dump_json(grows.validate_json(text, context={"open": True})).decode() == text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"kind":"card","card":"x"}', "/card"),
        ('{"kind":"cash","card":1}', "/card"),
        ('{"kind":"cheque"}', ""),
        ("{}", ""),
        ("[]", ""),
    ],
)
def test_a_fault_is_told_at_its_place_though_the_location_names_the_alternative(text: str, place: str) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(TOLD)
    with pytest.raises(ValidationError) as refusal:
        adapter.validate_json(text)
    assert {pointer(json.loads(text), fault["loc"]) for fault in refusal.value.errors()} == {place}


@pytest.mark.parametrize(
    ("adapter", "text", "kept"),
    [
        (TAGGED, '{"kind":"pump","volts":"none"}', True),
        (TAGGED, '{"kind":"robot","volts":"none"}', False),
        (TAGGED, '{"volts":"none"}', False),
        (UNTAGGED, '{"volts":"none"}', True),
        (UNTAGGED, "[]", False),
        (UNTAGGED, '"x"', False),
        (UNTAGGED, '{"name":1}', True),
        (BESIDE, '{"name":1}', False),
        (BESIDE, '{"name":"x","volts":"none"}', True),
        (BESIDE, "[]", False),
    ],
)
def test_an_unknown_kind_of_object_is_kept_in_a_response_only(adapter: TypeAdapter[Any], text: str, kept: bool) -> None:
    with pytest.raises(ValidationError):
        adapter.validate_json(text)
    if not kept:
        with pytest.raises(ValidationError):
            adapter.validate_json(text, context={"open": True})
        return
    value = adapter.validate_json(text, context={"open": True})
    assert type(value) is dict
    assert adapter.dump_json(value).decode() == text


def test_a_known_kind_of_object_is_a_model() -> None:
    for adapter in (TAGGED, UNTAGGED):
        assert type(adapter.validate_json('{"volts":1}', context={"open": True})) is Robot
        assert type(adapter.validate_json('{"leaves":3}')) is Plant


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
