"""What a rule yields: a problem that does not know its code, which is the name of the rule."""

from __future__ import annotations

from dataclasses import dataclass

from specwright.problem import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at `pointer`. An error costs the document; a warning says what is done about it."""

    pointer: str
    message: str
    remedy: str
    severity: Severity


def wrong(pointer: str, message: str, remedy: str) -> Finding:
    """A finding without which nothing reliable can be generated."""
    return Finding(pointer, message, remedy, Severity.ERROR)


def doubtful(pointer: str, message: str, remedy: str) -> Finding:
    """A finding that can be lived with."""
    return Finding(pointer, message, remedy, Severity.WARNING)
