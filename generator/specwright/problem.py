"""A user's mistake is a value: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from specwright.ir import Location


class Severity(StrEnum):
    """How bad a problem is: an error stops the work or leaves a part out, a warning says what was mended."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a text that has no pointers, for one that does not parse: line and column count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `code` is kebab-case and stable; `message` is a sentence without its full stop.

    `said` are the lines of another program that could not do what it was to do.
    """

    code: str
    severity: Severity
    message: str
    location: Location | Position | None
    remedy: str
    said: tuple[str, ...] = ()


class Refusal(Exception):
    """The work cannot go on. `findings` tells a document at fault (exit 1) from a run that is (exit 2)."""

    def __init__(self, problems: Iterable[Problem], *, findings: bool) -> None:
        self.problems = tuple(problems)
        self.findings = findings
        super().__init__("; ".join(problem.message for problem in self.problems))


def error(code: str, message: str, location: Location | Position | None, remedy: str) -> Problem:
    """A problem that stops the work, or costs the part it names."""
    return Problem(code, Severity.ERROR, message, location, remedy)


def warning(code: str, message: str, location: Location | Position | None, remedy: str) -> Problem:
    """A problem that was mended or can be lived with."""
    return Problem(code, Severity.WARNING, message, location, remedy)


def failed(problems: Iterable[Problem]) -> bool:
    """Whether any of them is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
