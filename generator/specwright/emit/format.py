"""Black, with settings of our own: the host's configuration never reaches what we write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import count
from pathlib import PurePosixPath

from specwright.collector import paused
from specwright.emit.bracketed import Unknown
from specwright.emit.layout import SETTLED
from specwright.emit.statements import spaced, statements
from specwright.emit.wrap import LINE_LENGTH, Wrap

_SETTLED = re.compile(f"{SETTLED[0]}([^{SETTLED[1]}]*){SETTLED[1]}")
_PYTHON_BLOCK = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_AROUND = {"(": ("_(", ")"), "[": ("[", "]"), "{": ("{", "}"), "def": ("def _(", "): ...")}
"""Brackets around an item: what stands before it and after it, so that it is a statement."""


def format_file(path: str, text: str) -> str:
    """The text as it is written to a file of this name: Python, and the Python in Markdown, as black leaves it."""
    match PurePosixPath(path).suffix:
        case ".py":
            return format_python(text)
        case ".md":
            return _PYTHON_BLOCK.sub(lambda block: black(block[0]), _SETTLED.sub(r"\1", text))
        case _:
            return _SETTLED.sub(r"\1", text)


def format_python(text: str) -> str:
    """The text as black leaves it. Raises `black.InvalidInput` for text that is no Python: a bug in a template.

    Black is asked only about what is not laid out as black does it without being asked, and not about what is settled.
    """
    name = "settled_"
    while name in text:
        name += "_"
    kept = _SETTLED.findall(text)
    numbers = count()

    def stand_in(found: re.Match[str]) -> str:
        """A name. As an item it is as long as the text, or too long for one line: brackets break as they would."""
        width = LINE_LENGTH + 1 if "\n" in found[1] else len(found[1])
        return f"{name}{next(numbers)}_".ljust(width if text.startswith(",", found.end()) else 0, "_")

    named = _SETTLED.sub(stand_in, text)
    try:
        laid_out = "".join(_lines(named))
    except Unknown:
        laid_out = black(named)
    return re.sub(rf"{name}(\d+)_+", lambda found: kept[int(found[1])], laid_out) if kept else laid_out


def _lines(text: str) -> Iterator[str]:
    for blank, statement in spaced(statements(text)):
        body = statement.text if statement.told else _laid_out(statement.text, statement.indent)
        yield "\n" * blank + " " * statement.indent + body + "\n"


@lru_cache(maxsize=1 << 13)
def _laid_out(statement: str, indent: int) -> str:
    """The lines of a statement, of which the first is not indented: most statements are in many modules."""
    try:
        return _wrap(statement, indent)
    except Unknown:
        return _statement(statement, indent)


@cache
def _statement(statement: str, indent: int) -> str:
    """How black lays out a statement, or the head of a block, that it is given on one line."""
    if re.match(r"@|(?:else|elif|except|finally|case)\b", statement):
        raise Unknown(statement)
    heads = "".join(f"{' ' * depth}if _:\n" for depth in range(0, indent, 4))
    body = f"\n{' ' * indent}    _" if statement.endswith(":") else ""
    text = black(f"{heads}{' ' * indent}{statement}{body}\n").removeprefix(heads)
    return text.removesuffix(f"{body}\n").strip()


def _item(item: str, indent: int, around: str) -> str:
    """How black lays out an item in brackets, and the comma after it."""
    opening, closing = _AROUND[around]
    heads = "".join(f"{' ' * depth}if _:\n" for depth in range(0, indent - 4, 4))
    margin = " " * (indent - 4)
    text = black(f"{heads}{margin}{opening}\n{item},\n{margin}{closing}\n").removeprefix(heads)
    return text.partition(f"{margin}{opening}\n")[2].rpartition(f"\n{margin}{closing[0]}")[0].strip()


_wrap = Wrap(_item)


def black(text: str) -> str:
    """The text as black leaves it, whatever is in it."""
    from black import format_str
    from black.mode import Mode, TargetVersion

    with paused():
        mode = Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH)
        return format_str(text, mode=mode)
