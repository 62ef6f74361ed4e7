"""Carries a change of one Python module over to another that holds the same rows, and more of them.

Both are written by one template, so a row that is in both is there word for word: what has become of it in the small
module becomes of it in the large one. Only rows are replaced; where one is new or gone, or is not found exactly once,
it cannot be told what the large module would be.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from specwright.emit.format import format_python
from specwright.emit.imports import import_lines

_HEADER = re.compile(r"(?:(?:from|import) .*?(?:\([^()]*\))?\n|\n)+", re.DOTALL)
_HOLDER = re.compile(r"class |[A-Z]+: .* = [({]$", re.MULTILINE)
"""How a row starts that holds rows: a class, or a table."""
_FUTURE = "from __future__ import annotations\n"


def patched(whole: str, before: str, after: str) -> str | None:
    """The whole module after the change that leads from `before` to `after`; nothing if that cannot be told."""
    (whole_head, whole_body), (old_head, old_body), (new_head, new_body) = map(_parted, (whole, before, after))
    added = {name for _, name in _imported(new_head) - _imported(old_head)}
    if any(re.search(rf"^{re.escape(name)}\b", whole_body, re.MULTILINE) for name in added):
        return None  # the whole has something of its own by that name
    head = _imports(whole_head, old_head, new_head)
    body = _replaced(whole_body, old_body, new_body, (0, 4))
    return None if head is None or body is None else head + body


def _parted(module: str) -> tuple[str, str]:
    """What stands before the first row, its imports, and the rows."""
    start = module.find(_FUTURE)
    found = _HEADER.match(module, max(start, 0))
    end = found.end() if found else 0
    return module[:end], module[end:]


def _imports(whole: str, before: str, after: str) -> str | None:
    """The imports of the whole, with what is new; whether what is gone is needed yet, the other rows decide."""
    known, old, new = map(_imported, (whole, before, after))
    if old - new:
        return None
    if new <= known:
        return whole
    found = [_spelled(whole, names) for names in (known, known | new)]
    return found[1] if found[0] == whole else None


def _imported(head: str) -> frozenset[tuple[str, str]]:
    """Module and name of each import."""
    return frozenset(
        (f"{'.' * node.level}{node.module or ''}", f"{alias.name} as {alias.asname}" if alias.asname else alias.name)
        for node in ast.parse(head).body
        if isinstance(node, ast.ImportFrom) and node.module != "__future__"
        for alias in node.names
    )


def _spelled(head: str, names: Iterable[tuple[str, str]]) -> str:
    """A head with these imports in the place of its own."""
    needed: dict[str, list[str]] = {}
    for module, name in names:
        needed.setdefault(module, []).append(name)
    kept = head[: head.find(_FUTURE) + len(_FUTURE)]
    margin = head[len(head.rstrip("\n")) :]
    return format_python(f"{kept}\n{import_lines(needed)}\n").rstrip("\n") + margin


def _replaced(whole: str, before: str, after: str, indents: tuple[int, ...]) -> str | None:
    """The whole text with the rows replaced that differ: those of this indent, or inside of them of the next."""
    if not indents:
        return None
    indent, *deeper = indents
    old, new = list(_rows(before, indent)), list(_rows(after, indent))
    if len(old) != len(new):
        return None
    for row, other in zip(old, new, strict=True):
        if row == other:
            continue
        found = [place for place in _places(whole, row) if _ends(whole, place + len(row), indent)]
        if len(found) == 1:
            whole = whole[: found[0]] + other + whole[found[0] + len(row) :]
            continue
        inside = _replaced(whole, row, other, tuple(deeper)) if _HOLDER.match(row) else None
        if inside is None:
            return None
        whole = inside
    return whole


def _rows(text: str, indent: int) -> Iterator[str]:
    """The text in pieces, each of which starts with a line of this indent, and not with a bracket that closes.

    A decorator is part of what it decorates. Blank lines after a row are no part of it: how many there are depends on
    what follows.
    """
    row: list[str] = []
    for line in text.splitlines(keepends=True):
        if _starts(line, indent) and not all(above.startswith(f"{' ' * indent}@") for above in row):
            yield "".join(row).rstrip("\n") + "\n"
            row = []
        row.append(line)
    if row:
        yield "".join(row).rstrip("\n") + "\n"


def _starts(line: str, indent: int) -> bool:
    """Whether a row of an indent starts with a line, or what holds the rows ends there."""
    margin = len(line) - len(line.lstrip(" "))
    return (margin == indent and line[margin : margin + 1] not in ")]}\n") or (margin < indent and bool(line.strip()))


def _places(whole: str, row: str) -> Iterator[int]:
    """Where a row stands at the start of a line."""
    place = whole.find(row)
    while place >= 0:
        if place == 0 or whole[place - 1] == "\n":
            yield place
        place = whole.find(row, place + 1)


def _ends(whole: str, place: int, indent: int) -> bool:
    """Whether no row of an indent goes on at a place, where a line starts."""
    line = whole[place : whole.find("\n", place) + 1]
    return not line.strip() or _starts(line, indent)
