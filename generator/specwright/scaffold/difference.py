"""What was put into a document, as a unified diff. Only the lines around the edits are compared."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from specwright.scaffold.insert import Edit

_CONTEXT = 3
_HEADER = re.compile(r"@@ -(\d+)((?:,\d+)?) \+(\d+)((?:,\d+)?) @@")


def difference(text: str, edits: Sequence[Edit], name: str) -> Iterator[str]:
    """The lines of the diff, without line ends; `edits` are those of the text, in order."""
    if edits:
        yield f"--- {name}"
        yield f"+++ {name} (with what is added)"
    gained = 0
    for group in _groups(text, edits):
        start, end = _around(text, group[0].start, group[-1].end)
        old, new = text[start:end], _applied(text, group, start, end)
        line = text.count("\n", 0, start)
        for each in list(difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=_CONTEXT))[2:]:
            yield _HEADER.sub(lambda header: _shifted(header, line, line + gained), each)  # noqa: B023
        gained += new.count("\n") - old.count("\n")


def _groups(text: str, edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """The edits, those together that stand so near that their surroundings overlap."""
    group: list[Edit] = []
    for edit in edits:
        if group and text.count("\n", group[-1].end, edit.start) > 2 * _CONTEXT:
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of whole lines: those between two offsets and some on both sides."""
    for _ in range(_CONTEXT + 1):
        start = text.rfind("\n", 0, max(0, start - 1)) + 1
    for _ in range(_CONTEXT + 1):
        found = text.find("\n", end)
        end = len(text) if found < 0 else found + 1
    return start, end


def _applied(text: str, edits: Sequence[Edit], start: int, end: int) -> str:
    parts: list[str] = []
    for edit in edits:
        parts += [text[start : edit.start], edit.text]
        start = edit.end
    return "".join([*parts, text[start:end]])


def _shifted(header: re.Match[str], old: int, new: int) -> str:
    return f"@@ -{int(header[1]) + old}{header[2]} +{int(header[3]) + new}{header[4]} @@"
