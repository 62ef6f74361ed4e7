"""The `[tool.specwright]` table of a pyproject.toml: where it is, what is in it, and the line of each key."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast

from specwright.problem import Position, Problem, Refusal, error

_TOML_NAME = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*""")
EXAMPLE = """write this table into pyproject.toml:
[tool.specwright.targets.petstore]
spec = "spec/petstore.yaml"
output = "generated/petstore"
package = "petstore"
"""

Table: TypeAlias = "Mapping[str, object]"


@dataclass(frozen=True, slots=True)
class Source:
    """A pyproject.toml: its text, and the `[tool.specwright]` table in it."""

    path: Path
    text: str
    table: Table

    def place(self, *keys: str) -> Position:
        """Where a key below `[tool.specwright]` is written, or else the innermost table around it."""
        written, sought = tuple(_written(self.text)), ("tool", "specwright", *keys)
        while sought:
            for name, line, column in written:
                if name[: len(sought)] == sought:
                    return Position(self.path.as_posix(), line, column)
            sought = sought[:-1]
        return Position(self.path.as_posix(), 1, 1)


def _written(text: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """The keys of a TOML text, each with the tables around it, and the line and column where it begins."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        start = len(line) - len(line.lstrip())
        if line[start : start + 1] == "[":
            table = _dotted(line, start + (2 if line[start:].startswith("[[") else 1))
            yield table, number, start + 1
        elif keys := _dotted(line, start):
            yield (*table, *keys), number, start + 1


def _dotted(line: str, start: int) -> tuple[str, ...]:
    """The parts of the dotted name at a place of a line: `a."b c".d` has three."""
    parts: list[str] = []
    while match := _TOML_NAME.match(line, start):
        parts.append(match[1] or match[2] or match[3] or "")
        start = match.end() + 1
        if line[match.end() : start] != ".":
            break
    return tuple(parts)


def nearest(start: Path) -> Source:
    for folder in (start, *start.parents):
        path = folder / "pyproject.toml"
        if path.is_file() and (source := _source(path)):
            return source
    message = f"no pyproject.toml with a [tool.specwright] table in {start} or above it"
    raise Refusal([error("config-missing", message, None, EXAMPLE)], findings=False)


def _source(path: Path) -> Source | None:
    text = path.read_text(encoding="utf-8", errors="replace")
    try:
        tool = table_of(tomllib.loads(text).get("tool"))
    except tomllib.TOMLDecodeError as wrong:
        raise Refusal([_not_toml(path, str(wrong))], findings=False) from None
    return Source(path, text, table_of(tool["specwright"])) if "specwright" in tool else None


def _not_toml(path: Path, complaint: str) -> Problem:
    found = re.search(r" \(at line (\d+), column (\d+)\)", complaint)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    message = f"not TOML: {complaint.partition(' (at ')[0]}"
    return error("config-invalid", message, Position(path.as_posix(), line, column), "mend the syntax")


def table_of(value: object) -> Table:
    """A TOML table; what is none counts as an empty one, whose required keys are then missing."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def unknown_keys(source: Source, above: tuple[str, ...], table: Table, known: tuple[str, ...]) -> Iterator[Problem]:
    for key in table:
        if key not in known:
            remedy = f"{did_you_mean(key, known)}the keys are: {', '.join(known)}"
            within = ".".join(("tool", "specwright", *above))
            yield error("config-key-unknown", f"[{within}] has no key `{key}`", source.place(*above, key), remedy)


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """`did you mean "spec"? ` if something known is close, else nothing."""
    close = difflib.get_close_matches(wrong, list(known), n=1)
    return f"did you mean `{close[0]}`? " if close else ""


def text_of(table: Table, key: str) -> str:
    """The text at a key; empty if there is none."""
    value = table.get(key)
    return value if isinstance(value, str) else ""


def texts_of(table: Table, key: str) -> tuple[str, ...] | None:
    """The texts at a key; nothing if there is no list of texts."""
    value = table.get(key)
    if not isinstance(value, list):
        return None
    texts = tuple(item for item in cast("list[object]", value) if isinstance(item, str))
    return texts if len(texts) == len(cast("list[object]", value)) else None
