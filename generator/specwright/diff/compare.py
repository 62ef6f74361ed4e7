"""What has changed between two documents, and whom it hurts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from specwright import ir
from specwright.diff.at import At
from specwright.diff.change import Change, Level
from specwright.diff.judge import Document
from specwright.diff.pairs import Pair
from specwright.diff.rules import RULES
from specwright.diff.rules.rule import Finding, Rule
from specwright.diff.walk import Walk
from specwright.diff.witness import Outcome, Search, Side
from specwright.ir import Direction

_ORDER = (Level.ERROR, Level.WARNING, Level.INFO)


@dataclass(frozen=True, slots=True)
class State:
    """One state of an API: what it is, and the document that says so, after overlays."""

    api: ir.Api
    document: Mapping[str, Any]


def compare(old: State, new: State, runtime: Path) -> tuple[Change, ...]:
    """The changes from one state to another, the worst first. `runtime` is the folder of the runtime's templates.

    What is in a schema that several operations use is told once, with all of them.
    """
    walk = Walk(old.api, new.api)
    search = Search(
        Side("old", old.api, Document(old.document, runtime)), Side("new", new.api, Document(new.document, runtime))
    )
    found = [(change, at) for pair, at in walk for change in _changes(pair, at, search)]
    reached = walk.reached()
    told: dict[Change, set[str]] = defaultdict(set)
    for change, at in found:
        told[change] |= {at.owner} if isinstance(at.owner, str) else set(reached.get(at.owner, ()))
    changes = [replace(change, operations=tuple(sorted(names - {""}))) for change, names in told.items()]
    return tuple(sorted(changes, key=lambda change: _ORDER.index(change.level)))


_BY_KIND: dict[type[Pair], list[Rule]] = defaultdict(list)
for _rule in RULES:
    _BY_KIND[_rule.about].append(_rule)


def _changes(pair: Pair, at: At, search: Search) -> Iterator[Change]:
    for rule in _BY_KIND[type(pair)]:
        for finding in rule.find(pair):
            yield _change(rule, finding, at, search)


def _change(rule: Rule, finding: Finding, at: At, search: Search) -> Change:
    """The change that a finding is; what turns out to break nothing is an info."""
    outcome = search.outcome(finding, rule.effect, at) if rule.witnessed else Outcome(rule.effect)
    direction = at.direction or Direction.REQUEST
    return Change(
        rule=rule.id,
        level=rule.level(at.direction, outcome.effect),
        hurts=outcome.effect.hurts(direction),
        subject=f"{at.subject} `{at.path}`" if at.path else at.subject,
        message=finding.message,
        old=at.old_place,
        new=at.new_place,
        direction=at.direction,
        pointer=at.pointer,
        witness=outcome.witness,
    )
