"""Where new text goes beside a part of a document, and how it is set there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from specwright.read.json_text import JsonValue
from specwright.scaffold.pieces import Entry, Kind, Piece
from specwright.scaffold.render import block_lines, bracketed, quoted, spread_lines
from specwright.scaffold.style import Style, column, step_of

_BLANK_OR_COMMENT = re.compile(r"([ \t]*)(#[^\n]*)?(?:\r?\n|\Z)")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_COMMA = re.compile(r"(?:\s|#[^\n]*)*,")


@dataclass(frozen=True, slots=True)
class Edit:
    """The text between two offsets gives way to another; an insertion if they are one."""

    start: int
    end: int
    text: str


class NoPlaceError(Exception):
    """There is no place where the text could stand; the message says why."""


def insert_members(piece: Piece, members: dict[str, JsonValue], text: str, style: Style) -> Edit:
    """New members of a mapping, behind those that it has and indented like them."""
    if piece.block:
        style = replace(style, step=step_of(piece, text) or style.step)
        return _below(piece, block_lines(members, column(text, piece.start), style), text, style)
    return _within(piece, [(bracketed(key, style) + style.colon, value) for key, value in members.items()], text, style)


def insert_items(piece: Piece, items: Sequence[JsonValue], text: str, style: Style) -> Edit:
    """New items of a sequence, behind those that it has."""
    if piece.block:
        return _below(piece, block_lines(list(items), column(text, piece.start), style), text, style)
    return _within(piece, [("", item) for item in items], text, style)


def fill(entry: Entry, value: JsonValue, text: str, style: Style) -> Edit:
    """The value of a key in block style that has none."""
    indent = column(text, entry.start)
    inner = indent + (style.dash if isinstance(value, list) else style.step)
    return _lines_at(_behind(text, entry.value.end, inner), block_lines(value, inner, style), text, style)


def replaced(piece: Piece, value: JsonValue, text: str, style: Style) -> Edit:
    """Another value in the place of a part, quoted and laid out as that is."""
    old = text[piece.start : piece.end]
    if piece.open_ended or (piece.kind is not Kind.SCALAR and re.search(r"(?m)(^|\s)#", old)):
        raise NoPlaceError("what stands there holds comments, or text over several lines")
    if piece.block and value and isinstance(value, (dict, list)):
        indent = column(text, piece.start)
        new = style.newline.join(block_lines(value, indent, style))[indent:]
    elif old[:1] in ("'", '"') and isinstance(value, str):
        new = quoted(value, style)
    elif "\n" in old:
        new = (style.newline + _margin(text, piece.start)).join(spread_lines(value, style))
    else:
        new = bracketed(value, style)
    return Edit(piece.start, piece.end, " " * text.endswith(":", 0, piece.start) + new)


# --- block style ------------------------------------------------------------------------------------------------------


def _below(piece: Piece, lines: Iterable[str], text: str, style: Style) -> Edit:
    if piece.open_ended and piece.end == len(text) and not text.endswith("\n"):
        return _above_last(piece, lines, text, style)
    apart = "" if piece.open_ended or not _spaced(piece, text) else style.newline
    edit = _lines_at(_behind(text, piece.end, column(text, piece.start)), lines, text, style)
    return Edit(edit.start, edit.end, apart + edit.text)


def _above_last(piece: Piece, lines: Iterable[str], text: str, style: Style) -> Edit:
    """Before the last member, where a line end behind it would become part of it."""
    for entry in reversed(piece.entries):
        start = entry.start - column(text, entry.start)
        if not text[start : entry.start].strip():
            return Edit(start, start, "".join(line + style.newline for line in lines))
    raise NoPlaceError("it ends with text that would go on with whatever is put behind it")


def _lines_at(at: int, lines: Iterable[str], text: str, style: Style) -> Edit:
    """Whole lines; behind a last line that has no line end, none is left at the end either."""
    joined = style.newline.join(lines)
    unended = at == len(text) and not text.endswith("\n")
    return Edit(at, at, style.newline + joined if unended else joined + style.newline)


def _behind(text: str, end: int, indent: int) -> int:
    """The offset of the line behind a part, and behind the comments that are indented like it."""
    at = end
    if text[end - 1 : end] != "\n":
        at = text.find("\n", end) + 1 or len(text)
    probe = at
    while probe < len(text) and (match := _BLANK_OR_COMMENT.match(text, probe)):
        if match[2] and len(match[1]) < max(indent, 1):
            break
        probe = match.end()
        at = probe if match[2] else at
    return at


def _spaced(piece: Piece, text: str) -> bool:
    """Whether the last two entries stand a blank line apart."""
    if len(piece.entries) < 2:
        return False
    before, last = piece.entries[-2:]
    return bool(_BLANK_LINE.search(text, before.value.end, last.start))


# --- in brackets ------------------------------------------------------------------------------------------------------


def _within(piece: Piece, parts: Sequence[tuple[str, JsonValue]], text: str, style: Style) -> Edit:
    if not piece.entries:
        return _into_empty(piece, parts, text, style)
    first, last = piece.entries[0], piece.entries[-1]
    if "\n" in text[piece.start : first.start]:
        margin = _margin(text, last.start)
        joint = "," + style.newline + margin
        new = joint + joint.join(_spread(label, value, margin, style) for label, value in parts)
    else:
        new = style.comma + style.comma.join(label + bracketed(value, style) for label, value in parts)
    comma = _COMMA.match(text, last.value.end, piece.end)
    return Edit(comma.end(), comma.end(), new[1:]) if comma else Edit(last.value.end, last.value.end, new)


def _into_empty(piece: Piece, parts: Sequence[tuple[str, JsonValue]], text: str, style: Style) -> Edit:
    at = piece.start + 1
    if not (style.json and "\n" in text.strip()):
        return Edit(at, at, style.comma.join(label + bracketed(value, style) for label, value in parts))
    outer = _margin(text, piece.start)
    inner = outer + style.indent
    lines = [inner + _spread(label, value, inner, style) for label, value in parts]
    closing = "" if "\n" in text[at : piece.end] else style.newline + outer
    return Edit(at, at, style.newline + ("," + style.newline).join(lines) + closing)


def _spread(label: str, value: JsonValue, margin: str, style: Style) -> str:
    return label + (style.newline + margin).join(spread_lines(value, style))


def _margin(text: str, offset: int) -> str:
    """The white space that the line of an offset begins with."""
    start = offset - column(text, offset)
    line = text[start:offset]
    return line[: len(line) - len(line.lstrip())]
