"""What a mend yields: an edit, and what to say about it."""

from __future__ import annotations

from dataclasses import dataclass

from specwright.read.edit import Edit


@dataclass(frozen=True, slots=True)
class Mended:
    """Something wrong at `pointer`, and the edit that makes it what it must be meant to be."""

    pointer: str
    message: str
    remedy: str
    edit: Edit
