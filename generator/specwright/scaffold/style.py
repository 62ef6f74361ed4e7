"""How a document is written: what new text must look like to be one with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from specwright.scaffold.pieces import Kind, Piece
from specwright.scaffold.source import Text

_SEQUENCE = re.compile(r"^( *)(?:- )?[\w$'\"-]+:[ \t]*\r?\n( *)- ", re.MULTILINE)
_QUOTED = re.compile(r":[ \t]+(['\"])")
_COMPACT = re.compile(r'"[^"\\]*":\S')
_SAMPLE = 20_000
_USUAL_STEP = 2
_DEEPEST_STEP = 8


@dataclass(frozen=True, slots=True)
class Style:
    """Habits of a document.

    `step` is how far a level is indented, `dash` how far a sequence is within its mapping; `colon` parts a key from
    its value and `comma` two members on one line where brackets hold them.
    """

    json: bool
    newline: str
    step: int
    dash: int
    quote: str
    colon: str
    comma: str
    indent: str


def style_of(document: Text) -> Style:
    """The habits of a document, told by its text; common ones where it shows none."""
    text = document.text
    compact = document.json and bool(_COMPACT.search(text[:_SAMPLE]))
    step = step_of(document.root, text) or _USUAL_STEP
    sequence = _SEQUENCE.search(text)
    quotes = [match[1] for match in _QUOTED.finditer(text[:_SAMPLE])]
    return Style(
        json=document.json,
        newline="\r\n" if "\r\n" in text else "\n",
        step=step,
        dash=len(sequence[2]) - len(sequence[1]) if sequence else step,
        quote='"' if quotes.count('"') > len(quotes) / 2 else "'",
        colon=":" if compact else ": ",
        comma="," if compact else ", ",
        indent="\t" if document.json and re.search(r"^\t", text, re.MULTILINE) else " " * step,
    )


def column(text: str, offset: int) -> int:
    """How many characters stand before an offset on its line."""
    return offset - text.rfind("\n", 0, offset) - 1


def step_of(piece: Piece, text: str) -> int:
    """How much further in the members of the first inner mapping stand than its own; 0 where none tells it."""
    for entry in piece.entries:
        inner = entry.value
        if inner.kind is Kind.MAPPING and inner.entries and "\n" in text[entry.start : inner.entries[0].start]:
            step = column(text, inner.entries[0].start) - column(text, entry.start)
            return step if 1 <= step <= _DEEPEST_STEP else 0
    return 0
