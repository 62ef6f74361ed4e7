"""How problems and drift are shown: text for people, JSON for programs. Only `say` and what calls it write anything."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, TypeAlias

from specwright.cli.excerpt import Place, escaped, excerpt, locator
from specwright.cli.terminal import coloured, say
from specwright.ir import Location
from specwright.problem import Position, Problem, Severity

_SHOWN = 50
_LEFT_OUT = "-left-out"
_RED, _YELLOW, _BLUE, _BOLD = "1;31", "1;33", "1;34", "1"

Paint: TypeAlias = Callable[[str, str], str]
"""Wraps a text in the escape sequence of a colour, or leaves it as it is."""

Locate: TypeAlias = Callable[[Location | Position], Place]
"""Tells where something is, as `excerpt.locator` makes it."""


def plain(text: str, colour: str) -> str:
    """No colour: the paint for whatever is not a terminal."""
    return text


def in_colour(text: str, colour: str) -> str:
    """The text in a colour, by the escape sequence that every terminal knows."""
    return f"\x1b[{colour}m{text}\x1b[0m"


def paint_for(stream: TextIO) -> Paint:
    """Colour only where it shows."""
    return in_colour if coloured(stream) else plain


def show_problems(problems: Sequence[Problem], root: Path | Locate, *, quiet: bool = False) -> None:
    """Tell problems on stderr, located in files relative to `root` or by a function; with `quiet` only the errors."""
    told = audible(problems, quiet)
    if told:
        say(problems_text(told, root, paint_for(sys.stderr)), sys.stderr)


def audible(problems: Sequence[Problem], quiet: bool) -> list[Problem]:
    """The problems that are told; with `quiet` the errors among them."""
    return [problem for problem in problems if not quiet or problem.severity is Severity.ERROR]


def problems_text(problems: Sequence[Problem], root: Path | Locate, paint: Paint = plain) -> str:
    """Errors first, each with its source line and remedy, then how many there are; beyond fifty only
    their codes, and a line for each part that is left out.
    """
    ordered = sorted(problems, key=lambda problem: problem.severity is Severity.WARNING)
    locate = _locate(root)
    parts = [_problem_text(problem, locate, paint) for problem in ordered[:_SHOWN]]
    if rest := ordered[_SHOWN:]:
        parts.append(_rest(rest))
    return "\n\n".join([*parts, tally(problems)])


def tally(problems: Iterable[Problem]) -> str:
    """`2 errors, 1 warning`; empty if there is nothing to count."""
    counted = Counter(problem.severity for problem in problems)
    return ", ".join(count(counted[severity], severity.value) for severity in Severity if counted[severity])


@dataclass(frozen=True, slots=True)
class Located:
    """Problems of one run, and the folder that their files are named relative to, or what locates them."""

    problems: tuple[Problem, ...]
    root: Path | Locate


def problems_json(runs: Iterable[Located]) -> str:
    """One list of problems: {code, severity, message, file, line, column, pointer, remedy}, null where unknown."""
    return json.dumps([row for run in runs for row in problem_rows(run)], indent=2)


def problem_rows(run: Located) -> Iterator[dict[str, object]]:
    locate = _locate(run.root)
    for problem in run.problems:
        place = locate(problem.location) if problem.location else None
        yield {
            "code": problem.code,
            "severity": problem.severity.value,
            "message": "\n".join((problem.message, *problem.said)),
            "file": place.file if place else None,
            "line": place.line if place else None,
            "column": place.column if place else None,
            "pointer": problem.location.pointer if isinstance(problem.location, Location) else None,
            "remedy": problem.remedy,
        }


def _locate(root: Path | Locate) -> Locate:
    return locator(root) if isinstance(root, Path) else root


def _problem_text(problem: Problem, locate: Callable[[Location | Position], Place], paint: Paint) -> str:
    colour = _RED if problem.severity is Severity.ERROR else _YELLOW
    head = paint(f"{problem.severity}[{escaped(problem.code)}]", colour)
    place = locate(problem.location) if problem.location and problem.location.file else None
    lines = [f"{head}{paint(f': {escaped(problem.message)}', _BOLD)}", *place_lines(place, paint)]
    lines += _said_lines(problem.said, _margin(place), paint)
    return "\n".join([*lines, *_remedy_lines(problem.remedy, _margin(place), paint)])


def place_lines(place: Place | None, paint: Paint) -> Iterator[str]:
    """Where something is, and the source line with the culprit marked; nothing without a place."""
    if place is None:
        return
    margin = _margin(place)
    where = [escaped(place.file), *(str(part) for part in (place.line, place.column) if part is not None)]
    yield f"{margin}{paint('-->', _BLUE)} {':'.join(where)}"
    if shown := excerpt(place):
        source, mark = shown
        yield paint(f"{margin} |", _BLUE)
        yield f"{paint(f'{place.line} |', _BLUE)} {source}"
        yield f"{paint(f'{margin} |', _BLUE)} {paint(mark, _RED)}"


def _said_lines(said: Sequence[str], margin: str, paint: Paint) -> Iterator[str]:
    """What another program has said, line by line."""
    yield from (paint(f"{margin} |", _BLUE) + f" {escaped(line)}".rstrip() for line in said)


def _margin(place: Place | None) -> str:
    """As many spaces as the line number is wide."""
    return " " * (len(str(place.line)) if place and place.line else 2)


def _remedy_lines(remedy: str, margin: str, paint: Paint) -> Iterator[str]:
    """A remedy as a sentence without its full stop, as messages are."""
    sentence = remedy[:1].upper() + remedy[1:].removesuffix(".")
    for number, line in enumerate(sentence.splitlines()):
        yield f"{margin} {paint('=', _BLUE) if number == 0 else ' '} {escaped(line)}"


def _rest(problems: Sequence[Problem]) -> str:
    """How many more there are of each code; what is left out is told one by one all the same."""
    codes = Counter(problem.code for problem in problems).most_common()
    absent = [escaped(problem.message) for problem in problems if problem.code.endswith(_LEFT_OUT)]
    counted = ", ".join(f"{count} x {escaped(code)}" for code, count in codes)
    return "\n".join([*absent, f"and {len(problems)} more: {counted}"])


def count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
