"""The rules cover what oasdiff checks, at the same level, or say why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from specwright.diff.change import Effect
from specwright.diff.manual import manual
from specwright.diff.oasdiff import NOT_THE_SAME
from specwright.diff.rules import RULES
from specwright.diff.rules.rule import Rule
from specwright.ir import Direction

LINES = (Path(__file__).parent / "diffs" / "oasdiff.txt").read_text("utf-8").splitlines()
CHECKS = dict(line.split() for line in LINES)
BLIND = {
    "multiple-of-added", "unique-items-added", "not-added", "min-properties-raised", "max-properties-lowered",
    "max-items-set", "max-items-removed", "parameter-style-changed", "server-removed", "maximum-removed",
    "minimum-removed",
}  # fmt: skip


def levels(rule: Rule, check: str) -> set[str]:
    """The levels that a rule can have for what a check is about: where values tell what has changed, it is for them."""
    direction = Direction.RESPONSE if "response" in check else Direction.REQUEST
    told_by_values = rule.effect is Effect.CHANGES and rule.witnessed
    effects = (Effect.CHANGES, Effect.NARROWS, Effect.WIDENS) if told_by_values else (rule.effect,)
    return {rule.level(direction, effect).value for effect in effects}


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_has_rules_of_its_level_or_it_is_told_why_not(check: str) -> None:
    covering = [rule for rule in RULES if check in rule.oasdiff]
    same = bool(covering) and all(CHECKS[check] in levels(rule, check) for rule in covering)
    assert same != (check in NOT_THE_SAME), covering


def test_no_check_is_made_up() -> None:
    assert {check for rule in RULES for check in rule.oasdiff} <= CHECKS.keys()
    assert NOT_THE_SAME.keys() <= CHECKS.keys()


def test_what_oasdiff_does_not_see_has_rules_of_its_own() -> None:
    assert {rule.id for rule in RULES if not rule.oasdiff} >= BLIND


def test_the_manual_tells_every_rule_and_every_difference() -> None:
    text = manual()
    for rule in RULES:
        assert f"## {rule.id}\n" in text
        assert rule.manual in text
    assert all(f"`{check}`" in text for check in (*NOT_THE_SAME, *(check for rule in RULES for check in rule.oasdiff)))
