"""`generate` after a small edit of a document whose output is there as it was: a fraction of a whole run."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from specwright import probe
from specwright.cli.exits import FINDINGS, FINE
from specwright.cli.remember import Outcome, remember, table_of
from specwright.ir import Location
from specwright.problem import Problem, Refusal, Severity, failed
from specwright.write.manifest import digest
from specwright.write.output import Written, amend

if TYPE_CHECKING:
    from specwright.config import Target
    from specwright.incremental import Edit


@dataclass(frozen=True, slots=True)
class _Done:
    """An edit, and the record of the run before it."""

    edit: Edit
    record: dict[str, Any]


def regenerated(target: Target, quiet: bool) -> int | None:
    """The exit status, once the output is what an edit makes of it; nothing if it takes a whole run."""
    started = time.perf_counter()
    done: _Done | None = None

    def wanted() -> Mapping[str, str] | None:
        nonlocal done
        done = _edit(target)
        return done.edit.files if done else None

    if target.waive or target.templates or amend(target.root / target.output, wanted) is None:
        return None
    return _told(target, done, quiet, started) if done else None


def _edit(target: Target) -> _Done | None:
    """The edit of the document since the last run, if that is all there is to do.

    What was said then must be of places of the document, which an edit leaves where they are.
    """
    record = probe.standing(str(target.root), target.name, table_of(target))
    places = record["said"]["places"] if record else ()
    if record is None or any(place is None or place[0] != target.spec for place in places):
        return None
    from specwright.incremental import edited

    try:
        edit = edited(target, record)
    except Refusal:
        return None  # a whole run tells what is wrong
    return _Done(edit, record) if edit else None


def _told(target: Target, done: _Done, quiet: bool, started: float) -> int:
    """Say and keep what a whole run would have: of the same problems, each where it is now."""
    from specwright.cli.excerpt import locator
    from specwright.cli.generate import summary
    from specwright.cli.report import show_problems
    from specwright.cli.terminal import say
    from specwright.recall import keep_pieces

    said = done.record["said"]
    problems = tuple(map(_problem, said["rows"], said["places"]))
    locate = locator(target.root)
    show_problems(problems, locate, quiet=quiet)
    files = {path: seen[-1] for path, seen in done.record["files"].items()}
    files |= {path: digest(text) for path, text in done.edit.files.items()}
    remember(target, done.record["tool"], Outcome(done.edit.inputs, files, said["size"], problems), locate)
    keep_pieces(str(target.root), done.edit.inputs, done.edit.pieces)
    if not quiet:
        written = Written(tuple(done.edit.files), (), len(files) - len(done.edit.files))
        say(summary(target.name, said["size"], written, time.perf_counter() - started), sys.stderr)
    return FINDINGS if failed(problems) else FINE


def _problem(row: Mapping[str, Any], place: list[str]) -> Problem:
    return Problem(row["code"], Severity(row["severity"]), row["message"], Location(*place), row["remedy"])
