"""The text of a module -> its statements, each on one line, and the blank lines that black wants between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from specwright.emit.bracketed import Unknown

_STRING = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*\'""")
_BRACKET = re.compile(r"[()\[\]{}]")
_CONTINUES = re.compile(r"(?:else|elif|except|finally)\b")
_SHORT = re.compile(r'(""".*)\n *(""")')
_DEFINES = re.compile(r"(?:async )?def |class ")


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement, or the head of one: on one line, but for a string in three quotes. `blank` lines stand above it."""

    indent: int
    text: str
    blank: int

    @property
    def defines(self) -> bool:
        """Whether it is the head of a class or a function."""
        return _DEFINES.match(self.text) is not None

    @property
    def told(self) -> bool:
        """Whether it is a string in three quotes."""
        return self.text.startswith('"""')

    @property
    def opens(self) -> bool:
        """Whether a block follows."""
        return self.text.endswith(":") and not self.told

    @property
    def decorates(self) -> bool:
        return self.text.startswith("@")

    @property
    def imports(self) -> bool:
        return self.text.startswith(("import ", "from "))


def statements(text: str) -> Iterator[Statement]:
    """The statements of a module. Raises Unknown where one is not of the common kinds."""
    lines = iter(text.split("\n"))
    blank = 0
    for line in lines:
        body = line.strip()
        if not body:
            blank += 1
            continue
        indent = len(line) - len(line.lstrip())
        joined = _told(line, lines) if body.startswith('"""') else _joined(body, lines)
        yield Statement(indent, joined, blank)
        blank = 0


def _told(line: str, lines: Iterator[str]) -> str:
    """A string in three quotes, as it stands: black leaves it alone if it is indented like its statement."""
    indent = len(line) - len(line.lstrip())
    rows = [line.strip()]
    while not rows[-1].endswith('"""') or (len(rows) == 1 and rows[0] == '"""'):
        rows.append(next(lines, "\t"))
    text = "\n".join(rows)
    body = text[3:-3]
    indents = {len(row) - len(row.lstrip()) for row in rows[1:] if row}
    odd = '"""' in body or "\t" in text or not body or body[0] in ' "\n' or body.rstrip(" ")[-1:] in ' "\\'
    if odd or any(row != row.rstrip() for row in rows) or (indents and min(indents) != indent):
        raise Unknown(text)
    if rows[1:] and rows[-1].strip() != '"""':
        raise Unknown(text)
    return text


def _joined(first: str, lines: Iterator[str]) -> str:
    """A statement on one line, whatever lines it is on."""
    depth = _depth(first)
    if not depth:
        return first.replace(", )", ",)")
    pieces = [first]
    while depth:
        line = next(lines, None)
        if line is None:
            raise Unknown(first)
        body = line.strip()
        if not body:
            continue
        depth += _depth(body)
        if pieces[-1][-1] not in "([{" and body[0] not in ")]}":
            pieces.append(" ")
        pieces.append(body)
    return "".join(pieces).replace(", )", ",)")


@lru_cache(maxsize=1 << 13)
def _depth(line: str) -> int:
    """How many more brackets a line opens than it closes."""
    bare = _STRING.sub('""', line) if '"' in line or "'" in line else line
    if _uncommon(bare):
        raise Unknown(line)
    return sum(1 if bracket in "([{" else -1 for bracket in _BRACKET.findall(bare))


def _uncommon(line: str) -> bool:
    """Whether a line, whose strings are empty, has a comment or another thing that is for black to judge."""
    held = "#" in line or ";" in line or "\t" in line or "\f" in line or "'''" in line or '"""' in line
    return held or line.endswith(("\\", ":...", ": ..."))


def spaced(found: Iterable[Statement]) -> Iterator[tuple[int, Statement]]:
    """Each statement with the number of blank lines that black wants above it. Raises Unknown."""
    definitions: list[int] = []
    previous: Statement | None = None
    documents = ""  # what the string above documents, if it is one that does
    for statement in found:
        ended = False
        while definitions and definitions[-1] >= statement.indent:
            definitions.pop()
            ended = True
        yield _blank(statement, previous, documents, ended), _shortened(statement, previous)
        documents = _documented(previous) if statement.told else ""
        if statement.defines:
            definitions.append(statement.indent)
        previous = statement


def _shortened(statement: Statement, previous: Statement | None) -> Statement:
    """A docstring of one line has its closing quotes on that line."""
    documents = statement.told and (previous is None or (previous.opens and previous.defines))
    short = _SHORT.fullmatch(statement.text) if documents else None
    return replace(statement, text=short[1] + short[2]) if short else statement


def _documented(previous: Statement | None) -> str:
    if previous is None:
        return "module"
    return "class" if previous.text.startswith("class ") and previous.opens else ""


def _blank(statement: Statement, previous: Statement | None, documents: str, ended: bool) -> int:
    if previous is None:
        return 0
    usual = 1 if statement.indent else 2
    if statement.defines or statement.decorates:
        if previous.decorates:
            return 0
        return min(statement.blank, 1) if previous.defines and previous.indent < statement.indent else usual
    if ended:
        return 1 if _CONTINUES.match(statement.text) else usual
    kept = min(statement.blank, usual)
    if documents:
        return 1
    if previous.opens:
        return _first(statement, previous)
    if previous.imports and not statement.imports and previous.indent == statement.indent:
        return max(kept, 1) if statement.indent else 1
    return kept


def _first(statement: Statement, previous: Statement) -> int:
    """The blank lines between the head of a block and its first statement."""
    if statement.blank and not previous.defines:
        raise Unknown(statement.text)
    return min(statement.blank, 1) if previous.text.startswith("class ") and not statement.told else 0
