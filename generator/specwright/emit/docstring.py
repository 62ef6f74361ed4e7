"""Prose from a document -> a Python docstring: the only way that prose enters code."""

from __future__ import annotations

import re
import textwrap
import unicodedata

_WIDTH = 100
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


def docstring(text: str, indent: int = 0) -> str:
    """A docstring literal, its quotes included, wrapped and indented; its first line is not indented."""
    margin = " " * indent
    lines = wrapped(text, _WIDTH - indent).split("\n")
    escaped = [_escaped(line) for line in lines]
    if len(escaped) == 1 and len(escaped[0]) <= _WIDTH - indent - 6:
        return f'"""{_closed(escaped[0])}"""'
    body = "\n".join(f"{margin}{line}" if line and index else line for index, line in enumerate(escaped))
    return f'"""{body}\n{margin}"""'


def wrapped(text: str, width: int) -> str:
    """Paragraphs refilled to a width; lists, tables, code and blank lines keep their lines."""
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n").strip()):
        if lines:
            lines.append("")
        lines.extend(_block(block, width))
    return "\n".join(lines)


def _block(block: str, width: int) -> list[str]:
    rows = [row.rstrip() for row in block.split("\n")]
    if any(_LIST_ITEM.match(row) or row.startswith(("    ", "\t", "|", "#", "```", ">")) for row in rows):
        return [piece for row in rows for piece in _filled(row, width)]
    return _filled(" ".join(row.strip() for row in rows), width)


def _filled(row: str, width: int) -> list[str]:
    if len(row) <= width and row.isprintable():
        return [row]  # as it is most of the time
    hanging = " " * (len(row) - len(row.lstrip()) + (2 if _LIST_ITEM.match(row) else 0))
    return textwrap.wrap(
        row, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    ) or [""]


def _escaped(line: str) -> str:
    """Backslashes and quotes that could end the literal are escaped, and so is what an editor would not show."""
    line = line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"').expandtabs(4)
    if line.isprintable():
        return line
    return "".join(f"\\u{ord(c):04x}" if _invisible(c) and ord(c) < 0x10000 else c for c in line)


def _invisible(character: str) -> bool:
    """Control and format characters, surrogates, and separators that Python or an editor takes for line ends."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _closed(line: str) -> str:
    """A line that may stand right before the closing quotes: a quote at its end is escaped, if it is not yet."""
    stem = line[:-1]
    escaped = (len(stem) - len(stem.rstrip("\\"))) % 2
    return f'{stem}\\"' if line.endswith('"') and not escaped else line
