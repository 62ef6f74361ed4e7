"""The table of contents of `diff`: two documents -> what has changed on the wire and in the package -> a bump."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from specwright.aside import aside
from specwright.diff.change import Change, Level, Party
from specwright.diff.compare import State, compare
from specwright.diff.semver import Bump, bump
from specwright.emit.shipped import shipped
from specwright.emit.surface import surface
from specwright.emit.surface_changes import RULES, SourceChange, compare_surfaces
from specwright.emit.surface_values import Party as Coder
from specwright.emit.surface_values import Surface
from specwright.pipeline import read
from specwright.policy import Policy
from specwright.problem import Problem, Refusal


@dataclass(frozen=True, slots=True)
class Source:
    """A document: its path and those of its overlays, relative to `root`."""

    spec: str
    root: Path
    overlays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Excused:
    """A change that is accepted, and why."""

    change: Change
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What has changed, the worst first, what of it is accepted, and the bump that the rest asks for.

    `problems` are those of the old document and those of the new one.
    """

    changes: tuple[Change, ...]
    accepted: tuple[Excused, ...]
    bump: Bump
    problems: tuple[tuple[Problem, ...], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class _Refused:
    """A `Refusal` as a value, as it comes from another process."""

    problems: tuple[Problem, ...]
    findings: bool


@dataclass(frozen=True, slots=True)
class _Side:
    """What is read of one of the two documents."""

    state: State
    surface: Surface
    problems: tuple[Problem, ...]


def difference(old: Source, new: Source, policy: Policy, today: date) -> Difference:
    """What has changed between two documents, as a policy has it. Raises Refusal if one of them cannot be used."""
    before, after = _both(old, new)
    source = compare_surfaces(before.surface, after.surface)
    found = (*compare(before.state, after.state, shipped() / "runtime"), *_broken(source))
    judged = sorted((_judged(change, policy) for change in found), key=lambda each: _ORDER.index(each.level))
    reasons = [(change, policy.reason(change.rule, change.fingerprint, today)) for change in judged]
    kept = tuple(change for change, reason in reasons if not reason)
    return Difference(
        kept,
        tuple(Excused(change, reason) for change, reason in reasons if reason),
        bump(kept, additions=bool(source), edited=before.state.document != after.state.document),
        (before.problems, after.problems),
    )


def _both(old: Source, new: Source) -> tuple[_Side, _Side]:
    """Both documents, the old one aside."""
    with aside(partial(_side, old)) as before:
        after = _side(new)
        return _kept(before()), _kept(after)


def _side(source: Source) -> _Side | _Refused:
    try:
        reading = read(source.spec, source.overlays, source.root, walked=False)
    except Refusal as refusal:
        return _Refused(refusal.problems, refusal.findings)
    state = State(reading.api, reading.document.value)
    return _Side(state, surface(reading.api), reading.problems)


def _kept(side: _Side | _Refused) -> _Side:
    if isinstance(side, _Refused):
        raise Refusal(side.problems, findings=side.findings)
    return side


SOURCE_RULES = {f"source-{rule}": manual for rule, manual in RULES.items()}
"""The rules about code that is written against the package: what each finds, by its id."""
_ORDER = (Level.ERROR, Level.WARNING, Level.INFO)


def _judged(change: Change, policy: Policy) -> Change:
    return replace(change, level=Level(policy.levels.get(change.rule, change.level)))


def _broken(changes: Sequence[SourceChange]) -> Iterator[Change]:
    """What breaks code written against the package: an error for callers, a warning for handlers of a server."""
    for each in changes:
        if each.hurts:
            yield Change(
                rule=f"source-{each.rule}",
                level=Level.ERROR if Coder.CALLERS in each.hurts else Level.WARNING,
                hurts=(Party.SOURCE,),
                subject="handler code" if set(each.hurts) == {Coder.HANDLERS} else "code",
                message=each.message,
                old=each.old,
                new=each.new,
            )
