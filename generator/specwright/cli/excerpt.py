"""The source line a problem points at, with the culprit marked: text that no terminal takes for a command."""

from __future__ import annotations

import os
import re
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from specwright.ir import Location
from specwright.problem import Position

_WIDTH = 100
_LONGEST_BEFORE = 30
_LONGEST_CULPRIT = 60
_TAB = "    "
_TOKEN = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s\[{].*?(?=:\s|:$|\s#|,?\s*$)""")
_WORD = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem is, for people: the file as seen from the working directory, and the line if it is known.

    Line and column count from 1; `culprit` is how many characters of `source`, that line, are to blame.
    """

    file: str
    line: int | None = None
    column: int | None = None
    source: str | None = None
    culprit: int = 1


def locator(root: Path) -> Callable[[Location | Position], Place]:
    """What turns a location, its file named relative to `root`, into a place; every file is read once."""
    text = cache(_text)

    def locate(location: Location | Position) -> Place:
        file, read = _seen_from_here(location.file, root), text(root / location.file)
        match location:
            case Location(pointer=""):
                return Place(file)
            case Location(pointer=pointer):
                return _place(file, read, *_position(read.octets, pointer), _TOKEN) if read.octets else Place(file)
            case Position(line=line, column=column):
                return _place(file, read, line, column, _WORD)

    return locate


def excerpt(place: Place) -> tuple[str, str] | None:
    """The source line, cut to a width that fits, and the line that marks the culprit; nothing without a source."""
    if place.source is None or place.column is None:
        return None
    before, culprit, after = _parted(place.source, place.column - 1, place.culprit)
    if len(before) + len(culprit) + len(after) > _WIDTH:
        before = before if len(before) <= _LONGEST_BEFORE else "..." + before[3 - _LONGEST_BEFORE :]
        culprit = _first(culprit, _LONGEST_CULPRIT)
        after = _first(after, _WIDTH - len(before) - len(culprit))
    return (before + culprit + after).rstrip(), " " * _columns(before) + "^" * max(1, _columns(culprit))


def escaped(text: str) -> str:
    """The text with every character that a terminal might obey, or that cannot be seen, spelled out."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char == "\t":
        return _TAB
    return char if char.isprintable() else char.encode("unicode_escape").decode()


def _seen_from_here(file: str, root: Path) -> str:
    """A file's name relative to the working directory; as it is if it is absolute and elsewhere, or an address."""
    path, here = Path(os.path.abspath(root / file)), Path.cwd()
    if "://" in file or (os.path.isabs(file) and here not in path.parents):
        return file
    return Path(os.path.relpath(path, here)).as_posix()


@dataclass(frozen=True, slots=True)
class _Read:
    """The octets of a file, a character for each, and where its lines begin: other strings would take more room."""

    octets: str
    starts: Sequence[int]

    def line(self, number: int) -> str | None:
        """A line, counted from 1, if there is one."""
        if not 1 <= number <= len(self.starts):
            return None
        end = self.starts[number] - 1 if number < len(self.starts) else None
        return self.octets[self.starts[number - 1] : end].encode("latin-1").decode("utf-8", "replace")


def _text(path: Path) -> _Read:
    """What is in a file; nothing if it cannot be read. What finds places remembers this very string."""
    from specwright.read.json_text import line_starts

    try:
        octets = path.read_bytes().removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").decode("latin-1")
    except (OSError, ValueError):
        return _Read("", ())
    return _Read(octets, line_starts(octets))


def _position(octets: str, pointer: str) -> tuple[int, int]:
    from specwright.read.position import position

    return position(octets, pointer)


def _place(file: str, read: _Read, line: int, column: int, shape: re.Pattern[str]) -> Place:
    source = read.line(line)
    if source is None:
        return Place(file, line, column)
    match = shape.match(source[column - 1 : column - 1 + 2 * _WIDTH])
    return Place(file, line, column, source, len(match[0]) if match else 1)


def _parted(source: str, start: int, length: int) -> tuple[str, str, str]:
    """What stands before, at and after the culprit; of each at most a little more than fits."""
    end, much = start + length, _WIDTH + 1
    parts = source[max(0, start - much) : start], source[start : min(end, start + much)], source[end : end + much]
    before, culprit, after = map(escaped, parts)
    return before, culprit, after


def _first(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(0, width - 3)] + "..."


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
