"""The attributes that a page lists: names, types, marks, options and descriptions, in the layouts that are common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from specwright.scaffold.told import NOTHING, Told
from specwright.scaffold.types import type_of

_NAME = re.compile(r"[A-Za-z_$][\w$-]*(?:(?:\.|\[\]\.?)[\w$-]+)*(?:\[\])?")
_ANCHOR = re.compile(r"\]\(#(?:body|response|parameter)-[\w-]*\)")
_ALTERNATIVE = "-one-of-"
_OPTION = re.compile(r"`([^`]+)`,?")
_BULLET = re.compile(r"[-*+]\s+(?:\*\*|__|`)+([^*`]+?)(?:\*\*|__|`)+\s*(?:\(([^)]*)\))?\s*[:–—-]*\s*(.*)")
_ONE_OF = re.compile(
    r"(?:one of|either|options|allowed values|possible values)\b[^`]{0,20}((?:`[^`]+`(?:,?\s*(?:or|and)?\s*)?)+)",
    re.IGNORECASE,
)
_MARKS = frozenset({"required", "optional", "deprecated", "read-only", "write-only", "nullable"})
_UI = re.compile(
    r"(?:show|hide) child attributes|copy(?: page)?|try it|\[|\]\(#.*\)|required range:.*|example:.*", re.I
)


@dataclass(slots=True)
class Attributes:
    """What a section lists: the members by name, nested ones within, and the text that stands before the first."""

    members: dict[str, Told] = field(default_factory=dict[str, Told])
    text: list[str] = field(default_factory=list[str])


def attributes(lines: Sequence[str]) -> Attributes:
    """The attributes of a section, whose lines have no blank ones among them."""
    rows = list(_table(lines)) or list(_bullets(lines)) or None
    found = Attributes()
    if rows is None:
        rows, found.text = _blocks(lines)
    for name, told in rows:
        _insert(found.members, [part for part in re.split(r"\.|\[\]\.?", name) if part], told)
    return found


def _insert(members: dict[str, Told], path: list[str], told: Told) -> None:
    """Put an attribute in its place; one that is called `a.b` is within `a`, or within the items of `a`."""
    name, *rest = path
    if not rest:
        members[name] = told
        return
    owner = members.get(name, NOTHING)
    if owner.items is not None:
        inner = dict(owner.items.members)
        _insert(inner, rest, told)
        members[name] = replace(owner, items=replace(owner.items, members=inner))
    else:
        inner = dict(owner.members)
        _insert(inner, rest, told)
        members[name] = replace(owner, members=inner, kinds=owner.kinds or frozenset({"object"}))


# --- a name, a type and more on lines of their own --------------------------------------------------------------------


def _blocks(lines: Sequence[str]) -> tuple[list[tuple[str, Told]], list[str]]:
    """Each attribute with its name, and the lines before the first."""
    starts: list[int] = []
    for index in range(len(lines) - 1):
        if not (starts and index == starts[-1] + 1) and _starts(lines, index):
            starts.append(index)
    rows = [
        (lines[start], _block(lines[start + 1 : end], nullable=_ALTERNATIVE in _anchor(lines, start)))
        for start, end in zip(starts, [*starts, len(lines)][1:], strict=True)
    ]
    before = lines[: starts[0]] if starts else lines
    return rows, [line for line in before if not _UI.fullmatch(line)]


def _starts(lines: Sequence[str], index: int) -> bool:
    """Whether a line is the name of an attribute: its type follows, or its anchor stands before it."""
    named = bool(_NAME.fullmatch(lines[index]))
    return named and (type_of(lines[index + 1]) is not None or bool(_anchor(lines, index)))


def _anchor(lines: Sequence[str], index: int) -> str:
    """The anchor on the line before another; empty if there is none."""
    before = lines[index - 1] if index else ""
    return before if _ANCHOR.fullmatch(before) else ""


def _block(lines: Sequence[str], *, nullable: bool) -> Told:
    """What stands behind the name of an attribute."""
    told = type_of(lines[0]) or NOTHING
    marks: set[str] = set()
    description: list[str] = []
    options: list[str] = []
    for line in lines[0 if told == NOTHING else 1 :]:
        if line.lower() in _MARKS:
            marks.add(line.lower())
        elif line.lower().startswith("default:") or _UI.fullmatch(line) or line.lower().startswith("available options"):
            continue
        elif option := _OPTION.fullmatch(line):
            options.append(option[1])
        else:
            description.append(line)
    return replace(
        told,
        kinds=_kinds(told, nullable=nullable or "nullable" in marks),
        enum=tuple(options),
        required="required" in marks,
        description="\n\n".join(description),
    )


def _kinds(told: Told, *, nullable: bool) -> frozenset[str]:
    return told.kinds | frozenset(["null"] * nullable)


# --- a list -----------------------------------------------------------------------------------------------------------


def _bullets(lines: Iterable[str]) -> Iterator[tuple[str, Told]]:
    """Items such as `- **name** (string, required): What it is. One of `a`, `b`.`"""
    for line in lines:
        match = _BULLET.fullmatch(line)
        if match and _NAME.fullmatch(match[1]):
            yield match[1], _described(match[2] or "", match[3])


def _described(facts: str, text: str) -> Told:
    """An attribute whose type and marks stand in a row, with its description."""
    words = [word.strip().strip("`*_") for word in facts.split(",")]
    types = " | ".join(word for word in words if word.lower() not in _MARKS)
    told = type_of(types) or NOTHING
    marks = {word.lower() for word in words} & _MARKS
    listed = _ONE_OF.search(text)
    enum = tuple(re.findall(r"`([^`]+)`", listed[1])) if listed else ()
    kinds = _kinds(told, nullable="nullable" in marks)
    return replace(told, kinds=kinds, enum=enum, required="required" in marks, description=text.strip())


# --- a table ----------------------------------------------------------------------------------------------------------

_COLUMNS = {
    "name": "name parameter field attribute property key member argument",
    "type": "type format",
    "required": "required mandatory",
    "description": "description notes meaning details",
}


def _table(lines: Iterable[str]) -> Iterator[tuple[str, Told]]:
    """The rows of a table whose head names a column for the name and one for the type."""
    columns: dict[str, int] = {}
    for line in lines:
        if not line.startswith("|"):
            columns = {}
            continue
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("| "))]
        if not columns:
            columns = _columns(cells)
        elif "name" in columns and not set("".join(cells)) <= set("-: "):
            row = {kind: cells[index] for kind, index in columns.items() if index < len(cells)}
            name = row.get("name", "").strip("`*_ ")
            if _NAME.fullmatch(name):
                required = ", required" if row.get("required", "").lower().startswith(("y", "t", "req", "✓")) else ""
                yield name, _described(row.get("type", "") + required, row.get("description", ""))


def _columns(head: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, cell in enumerate(head):
        for kind, words in _COLUMNS.items():
            if cell.lower().strip("*_ ") in words.split():
                found.setdefault(kind, index)
    return found
