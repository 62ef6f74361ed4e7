"""A change of a file that is proposed, or where a program cannot be sure of the outcome, told to be done by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Write:
    """A file gets this text; `old` is what it says now, nothing if there is none."""

    path: str
    old: str | None
    new: str


@dataclass(frozen=True, slots=True)
class ByHand:
    """A file is left alone: why, and what to write into it."""

    path: str
    reason: str
    text: str


Proposal: TypeAlias = Write | ByHand
