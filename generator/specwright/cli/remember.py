"""What a run said of an output that is as it should be, kept for the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from specwright import probe
from specwright.cli.exits import FINDINGS, FINE
from specwright.cli.report import Locate, Located, audible, count, in_colour, plain, problem_rows, problems_text
from specwright.ir import Location
from specwright.problem import Problem, failed

if TYPE_CHECKING:
    from specwright.config import Target
    from specwright.pipeline import Build


@dataclass(frozen=True, slots=True)
class Outcome:
    """An output that is as it should be: digests of its inputs and its files, how much there is, what is to be said."""

    inputs: Mapping[str, str]
    files: Mapping[str, str]
    size: str
    problems: tuple[Problem, ...]


def outcome_of(built: Build, digests: Mapping[str, str], problems: tuple[Problem, ...]) -> Outcome:
    """What has come of a whole run: files with these digests, and problems."""
    return Outcome(built.inputs, digests, size(built, len(digests)), problems)


def remember(target: Target, tool: str, outcome: Outcome, locate: Locate) -> None:
    """Keep what was said of an output."""
    problems = outcome.problems
    told = {quiet: audible(problems, quiet) for quiet in (False, True)}
    said = {
        "status": FINDINGS if failed(problems) else FINE,
        "size": outcome.size,
        "files": len(outcome.files),
        "problems": {
            f"{quiet} {paint is in_colour}": problems_text(told[quiet], locate, paint) if told[quiet] else ""
            for quiet in (False, True)
            for paint in (plain, in_colour)
        },
        "rows": list(problem_rows(Located(problems, locate))),
        "places": [_place(problem) for problem in problems],
    }
    run = {"tool": tool, "inputs": dict(outcome.inputs), "files": dict(outcome.files), "said": said}
    probe.keep(str(target.root), target.name, table_of(target), run)


def _place(problem: Problem) -> list[str] | None:
    """Where a problem is in whatever an input holds at the time; nothing if it is at a line of it, or nowhere."""
    match problem.location:
        case Location(file, pointer):
            return [file, pointer]
        case _:
            return None


def size(built: Build, files: int) -> str:
    """`3 operations (1 left out), 2 schemas, 20 files`."""
    absent = f" ({built.left_out} left out)" if built.left_out else ""
    operations, schemas = count(built.operations, "operation") + absent, count(built.schemas, "schema")
    return f"{operations}, {schemas}, {count(files, 'file')}"


def table_of(target: Target) -> probe.Table:
    """A target as its table in the configuration has it, with nothing left open."""
    lists = {"overlays": list(target.overlays), "waive": list(target.waive)}
    texts = {name: getattr(target, name) for name in ("spec", "output", "package", "version", "templates")}
    return {**texts, **lists}
