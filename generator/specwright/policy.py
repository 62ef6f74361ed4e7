"""The `[tool.specwright.diff]` table of a pyproject.toml: levels of rules, and changes that are accepted.

[tool.specwright.diff.levels]
enum-value-added = "info"

[[tool.specwright.diff.accepted]]
fingerprint = "0a1b2c3d4e5f"        # or: rule = "operation-removed"
reason = "nobody calls it, see the access logs"
until = 2027-06-30
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import cast

from specwright.problem import Problem, Refusal, error
from specwright.settings import Source, Table, did_you_mean, nearest, table_of, text_of, unknown_keys

_LEVELS = ("error", "warning", "info")
_KEYS = ("rule", "fingerprint", "reason", "until")


@dataclass(frozen=True, slots=True)
class Accepted:
    """Changes that are accepted: those of a rule, or the one with a fingerprint, until a day has passed."""

    rule: str
    fingerprint: str
    reason: str
    until: date

    def covers(self, rule: str, fingerprint: str, today: date) -> bool:
        """Whether a change is accepted today."""
        return today <= self.until and (rule == self.rule or fingerprint == self.fingerprint)


@dataclass(frozen=True, slots=True)
class Policy:
    """What a project thinks of changes: a level for some rules by their ids, and what it has accepted."""

    levels: Mapping[str, str]
    accepted: tuple[Accepted, ...]

    def reason(self, rule: str, fingerprint: str, today: date) -> str:
        """Why a change is accepted; empty if it is not."""
        return next((each.reason for each in self.accepted if each.covers(rule, fingerprint, today)), "")


NO_POLICY = Policy({}, ())


def read_policy(start: Path, rules: Collection[str]) -> Policy:
    """The policy of the nearest pyproject.toml with a `[tool.specwright]` table; none without one.

    `rules` are the ids that there are. Raises Refusal (a run at fault) with everything that is wrong in the table.
    """
    try:
        source = nearest(start.absolute())
    except Refusal as refusal:
        if any(problem.code == "config-missing" for problem in refusal.problems):
            return NO_POLICY
        raise
    table = table_of(source.table.get("diff"))
    problems = list(_faults(source, table, rules))
    if problems:
        raise Refusal(problems, findings=False)
    levels = {rule: str(level) for rule, level in table_of(table.get("levels")).items()}
    return Policy(levels, tuple(_accepted(entry) for entry in _entries(table)))


def _entries(table: Table) -> Sequence[Table]:
    entries = table.get("accepted")
    return [table_of(entry) for entry in cast("list[object]", entries)] if isinstance(entries, list) else []


def _accepted(entry: Table) -> Accepted:
    until = cast(date, entry["until"])
    return Accepted(text_of(entry, "rule"), text_of(entry, "fingerprint"), text_of(entry, "reason"), until)


def _faults(source: Source, table: Table, rules: Collection[str]) -> Iterator[Problem]:
    yield from unknown_keys(source, ("diff",), table, ("levels", "accepted"))
    place = source.place("diff", "levels")
    for rule, level in table_of(table.get("levels")).items():
        yield from _unknown_rule(source, rule, rules, "levels")
        if level not in _LEVELS:
            message = f"`{level}` is no level"
            yield error(
                "config-level", message, source.place("diff", "levels", rule), "the levels are: error, warning, info"
            )
    if "levels" in table and not isinstance(table["levels"], dict):
        yield error(
            "config-type", "`levels` is not a table", place, 'write [tool.specwright.diff.levels] and rule = "info"'
        )
    if "accepted" in table and not isinstance(table["accepted"], list):
        remedy = "write [[tool.specwright.diff.accepted]] for each"
        yield error("config-type", "`accepted` is not a list of tables", source.place("diff", "accepted"), remedy)
    for entry in _entries(table):
        yield from _faulty_entry(source, entry, rules)


def _faulty_entry(source: Source, entry: Table, rules: Collection[str]) -> Iterator[Problem]:
    place = source.place("diff", "accepted")
    yield from unknown_keys(source, ("diff", "accepted"), entry, _KEYS)
    if bool(text_of(entry, "rule")) == bool(text_of(entry, "fingerprint")):
        remedy = 'write rule = "..." or fingerprint = "..."'
        yield error("config-accepted", "an accepted change has a rule or a fingerprint, one of them", place, remedy)
    elif text_of(entry, "rule"):
        yield from _unknown_rule(source, text_of(entry, "rule"), rules, "accepted")
    if not text_of(entry, "reason"):
        yield error("config-key-missing", "an accepted change has no `reason`", place, 'add reason = "..."')
    if not isinstance(entry.get("until"), date) or isinstance(entry.get("until"), datetime):
        yield error("config-key-missing", "an accepted change has no day in `until`", place, "add until = 2030-01-31")


def _unknown_rule(source: Source, rule: str, rules: Collection[str], key: str) -> Iterator[Problem]:
    if rule not in rules:
        remedy = f"{did_you_mean(rule, rules)}`specwright diff --rules` lists them"
        yield error("config-rule-unknown", f"there is no rule `{rule}`", source.place("diff", key, rule), remedy)
