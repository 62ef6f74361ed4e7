"""Rules that hold a value against further schemas: what they refuse, in which words, and in which modes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import pytest
from pydantic import TypeAdapter, ValidationError

from runtime.adapter import adapter
from runtime.conditions import Excludes, Having, Holds, Implies, Names, Part, Patterns, Positions, Unevaluated
from runtime.model import UNSET, Model
from runtime.root import Root
from runtime.rules import Needs, Size, rules
from runtime.types import OPEN, UNIQUE, DateTime, Integer, Matches, Nothing, Uuid

Country = Annotated[Literal["AT", "BE"] | str, OPEN]


class Receipt(Model):
    paid_on: DateTime


class Payment(Model):
    kind: Annotated[Literal["card", "bank"] | str, OPEN]
    number: str | UNSET = UNSET
    country: str | UNSET = UNSET
    receipt: Receipt | UNSET = UNSET
    _rules = rules(
        Implies(Having(required={"kind": Literal["card"]}), Having("number"), Having(optional={"number": Nothing})),
        Implies(Having("country"), Having(required={"country": Country})),
        Excludes(lambda: Late),
    )


class Late(Model):
    receipt: Annotated[Receipt, Excludes(Having(optional={"paid_on": Annotated[str, Matches("^2026")]}))]


class Chain(Model):
    next: Chain | UNSET = UNSET
    last: bool | UNSET = UNSET
    _rules = rules(Implies(Having("next"), lambda: Having(required={"next": Chain}, optional={"last": Nothing})))


class Nested(Root):
    root: list[Nested] | Annotated[Integer, Excludes(Literal["x"] | Annotated[Integer, Excludes(Integer)])]


def words(type_: Any, value: object, **options: Any) -> str:
    """What is wrong with a value; empty if nothing is."""
    try:
        adapter(lambda: type_).validate_python(value, **options)
    except ValidationError as error:
        return error.errors()[0]["msg"]
    return ""


DAY = datetime(2026, 1, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"kind": "card", "number": "1"}, ""),
        ({"kind": "bank"}, ""),
        (
            {"kind": "card"},
            "Input that meets a condition of the schema should have what follows: /number: Field required",
        ),
        (
            {"kind": "bank", "number": "1"},
            "Input that does not meet a condition of the schema should have what follows: "
            "/number: No value is allowed here",
        ),
        (
            {"kind": "bank", "country": "FR"},
            "Input that meets a condition of the schema should have what follows: "
            "/country: Input should be 'AT' or 'BE'",
        ),
        ({"kind": "bank", "receipt": Receipt(paid_on=DAY)}, ""),
        ({"kind": "bank", "receipt": {"paid_on": DAY}}, ""),
        (
            {"kind": "bank", "receipt": Receipt(paid_on=DAY.replace(year=2025))},
            "Input should not be what the schema excludes",
        ),
    ],
)
def test_a_class_refuses_values_that_break_its_conditions(members: dict[str, Any], said: str) -> None:
    try:
        Payment(**members)
    except ValidationError as error:
        assert error.errors()[0]["msg"] == said
    else:
        assert not said


def test_a_class_that_speaks_of_itself_is_checked_at_every_depth() -> None:
    assert Chain.model_validate_json('{"next":{"next":{"last":true}}}').model_dump_json()
    with pytest.raises(ValidationError, match="/last: No value is allowed here"):
        Chain.model_validate_json('{"next":{"next":{"next":{}},"last":true}}')
    with pytest.raises(ValidationError):
        Chain(next=Chain(next=Chain(), last=True))


def test_a_client_reads_new_values_of_what_must_be_but_conditions_stay() -> None:
    opened = {"open": True}
    Payment.model_validate_json('{"kind":"bank","country":"FR"}', context=opened)
    Payment.model_validate_json('{"kind":"cash"}', context=opened)
    assert words(Annotated[list[str], Holds(Country)], ["FR"], context=opened) == ""
    assert words(Annotated[str, Excludes(Country)], "FR", context=opened) == ""
    assert words(Annotated[str, Excludes(Country)], "AT", context=opened)
    with pytest.raises(ValidationError):
        Payment.model_validate_json('{"kind":"card"}', context=opened)


@pytest.mark.parametrize(
    ("type_", "right", "wrong", "said"),
    [
        (Annotated[Any, Excludes(None)], 0, None, "Input should not be what the schema excludes"),
        (Annotated[Any, Excludes(bool)], 1, True, "Input should not be what the schema excludes"),
        (Annotated[Any, Excludes(Having("a"))], {"b": 1}, {"a": None}, "Input should not be what the schema excludes"),
        (
            Annotated[dict[str, Any], Names(Annotated[str, Matches("^[a-z]$")])],
            {"a": 1},
            {"ab": 1},
            "Input should not have a member 'ab': Input should match ^[a-z]$",
        ),
        (
            Annotated[dict[str, Any], Patterns({"^x-": str, "-n$": Integer}, others=bool)],
            {"x-a": "", "a-n": 1, "b": True},
            {"x-a": 1},
            "Input should not have such a member 'x-a': Input should be a valid string",
        ),
        (
            Annotated[dict[str, Any], Patterns({"^x-": str}, others=Nothing, declared=["a"])],
            {"a": 1},
            {"b": 1},
            "Input should not have such a member 'b': No value is allowed here",
        ),
        (
            Annotated[
                dict[str, Any], Unevaluated(Nothing, Part(Any, ["a"]), Part(Having("a"), ["b"], patterns=["^x"]))
            ],
            {"a": 1, "b": 2, "xy": 3},
            {"b": 2},
            "Input should not have such a member 'b' here: No value is allowed here",
        ),
        (
            Annotated[list[Any], Holds(str, least=2, most=3)],
            ["a", 1, "b"],
            ["a", 1],
            "Input should hold 2 to 3 items of a kind, not 1",
        ),
        (
            Annotated[list[str | Integer], Positions(str, Integer, others=Nothing)],
            ["a"],
            [1, "a"],
            "Item 0 is not of its place: Input should be a valid string",
        ),
        (
            Annotated[Any, Having("a", optional={"b": bool}, others=str, rules=[Size(0, 2), Needs("b", ("c",))])],
            {"a": None, "c": "x"},
            {"a": None, "b": True},
            "Input with b should also have c",
        ),
    ],
)
def test_a_rule_says_what_is_wrong(type_: Any, right: object, wrong: object, said: str) -> None:
    assert words(type_, right) == ""
    assert words(type_, wrong) == said


@pytest.mark.parametrize(
    "rule",
    [Names(Nothing), Patterns({"": Nothing}), Unevaluated(Nothing), Holds(str), Positions(Nothing), Needs("a", ("b",))],
)
def test_a_rule_says_nothing_of_another_kind_of_value(rule: Any) -> None:
    assert words(Annotated[Any, rule], 1) == ""
    others: list[object] = [{}, {"a": 1}] if isinstance(rule, Holds | Positions) else [[], ["a"]]
    assert all(words(Annotated[Any, rule], value) == "" for value in others)


def test_rules_look_at_dates_and_identifiers_as_they_were_spelled() -> None:
    spelled = '["2026-01-31t10:00:00z","2026-01-31T10:00:00Z"]'
    twice = TypeAdapter[list[datetime]](Annotated[list[DateTime], UNIQUE, Holds(Annotated[str, Matches("t.*z")])])
    assert twice.dump_json(twice.validate_json(spelled)).decode() == spelled
    with pytest.raises(ValidationError, match="0"):
        twice.validate_json(spelled.upper())


def test_a_union_writes_each_value_by_its_own_alternative() -> None:
    either = adapter(lambda: Uuid | bool)
    assert either.dump_json(either.validate_json("false")) == b"false"
