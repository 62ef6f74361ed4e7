"""Every rule of `specwright diff`: one change at a time, in each place it can be, there and back."""

from __future__ import annotations

import jsonschema_rs
import pytest
from tests.diffs.fixtures import Case, cases, files, rules

from specwright.diff.rules import RULES

CASES = tuple(cases())


def test_every_rule_has_a_fixture() -> None:
    assert rules() == sorted(rule.id for rule in RULES)
    assert all(files(rule) for rule in rules())


@pytest.mark.parametrize("back", [False, True], ids=["there", "back"])
@pytest.mark.parametrize("case", CASES, ids=str)
def test_one_change_is_found_as_one(case: Case, back: bool) -> None:
    changes = case.found(back)
    found = [(change.rule, change.level.value, list(change.hurts)) for change in changes]
    assert found == [case.expected(back)], [f"{change.subject} {change.message}" for change in changes]


@pytest.mark.parametrize("case", [case for case in CASES if "schema" in case.text], ids=str)
def test_whoever_is_hurt_by_a_schema_is_shown_a_value(case: Case) -> None:
    for change in (change for change in case.found() if change.hurts):
        assert change.witness, change
        accepted = {side: accepts(case.schema(side), change.witness.value.value) for side in ("old", "new")}
        assert accepted == {side: side == change.witness.valid_in for side in ("old", "new")}, change.witness


def accepts(schema: object, value: object) -> bool:
    """What a validator that has nothing to do with ours says of a value."""
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True).is_valid(value)
