"""What every command finds, as other programs want it: a rule, how bad it is, a sentence, and places in files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from specwright.cli.excerpt import Place
from specwright.ir import Location
from specwright.problem import Position, Problem, Severity


class Level(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: `message` is a sentence without its full stop, `related` are further places that it speaks of.

    Files are named relative to the working directory. A `fingerprint` is the same for the same finding another day.
    """

    rule: str
    level: Level
    message: str
    place: Place | None
    related: tuple[Place, ...] = ()
    remedy: str = ""
    fingerprint: str = ""


def found(problems: Iterable[Problem], locate: Callable[[Location | Position], Place]) -> Iterator[Finding]:
    """Problems as findings, located by a function of `excerpt.locator`."""
    for problem in problems:
        level = Level.ERROR if problem.severity is Severity.ERROR else Level.WARNING
        place = locate(problem.location) if problem.location and problem.location.file else None
        yield Finding(problem.code, level, problem.message, place, remedy=problem.remedy)


def in_repository(file: str) -> str | None:
    """A file's name relative to the top of the repository around the working directory; none for one outside.

    Without a repository the working directory is the top.
    """
    here = Path.cwd()
    top = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    path = Path(os.path.abspath(file))
    return path.relative_to(top).as_posix() if path.is_relative_to(top) else None


def told(finding: Finding) -> str:
    """The message and the remedy, as sentences."""
    return " ".join(_sentence(text) for text in (finding.message, finding.remedy) if text)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."
