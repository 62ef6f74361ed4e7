"""The table of a target in a pyproject.toml, and other formatters kept off its output.

Text is only ever added, and only if the file, parsed again, says what it said and the addition and nothing else.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import cast

from specwright.cli.adoption.proposal import ByHand, Proposal, Write

PYPROJECT = "pyproject.toml"
RUFF_FILES = (".ruff.toml", "ruff.toml")


@dataclass(frozen=True, slots=True)
class Adopted:
    """A target to be: paths are relative to the top of the repository."""

    name: str
    spec: str
    output: str
    package: str


@dataclass(frozen=True, slots=True)
class _Addition:
    """A value at a key, of a table that is named by its keys."""

    table: tuple[str, ...]
    key: str
    value: object

    @property
    def line(self) -> str:
        return f"{self.key} = {_toml(self.value)}\n"

    @property
    def text(self) -> str:
        """The whole table with the value in it."""
        return f"[{'.'.join(self.table)}]\n{self.line}" if self.table else self.line


def project_file(files: Mapping[str, str], target: Adopted | None, outputs: Sequence[str]) -> Iterator[Proposal]:
    """What is to be done to the files that tools are configured in; no target is added if one is there already.

    `files` are those that exist, by name. Raises tomllib.TOMLDecodeError for one that is no TOML.
    """
    old = files.get(PYPROJECT)
    new, steps = old or "", list[ByHand]()
    if target:
        merged = _with_target(new, target)
        if merged is None:
            steps.append(ByHand(PYPROJECT, "the table cannot be added, or there is one of its name", _table(target)))
        new = merged or new
    for addition in _exclusions(new, outputs):
        merged = _added(new, addition)
        if merged is None:
            steps.append(ByHand(PYPROJECT, f"{addition.table[-1]} would format what is generated", addition.text))
        new = merged or new
    if new != (old or ""):
        yield Write(PYPROJECT, old, new)
    yield from steps
    yield from _ruff_files(files, outputs)


def _table(target: Adopted) -> str:
    rows = {"spec": target.spec, "output": target.output, "package": target.package}
    head = f"[tool.specwright.targets.{target.name}]\n"
    return head + "".join(f"{key} = {_toml(value)}\n" for key, value in rows.items())


def _with_target(text: str, target: Adopted) -> str | None:
    """The text with the table of a target at its end; nothing if that would mean something else."""
    merged = text + _gap(text) + _table(target)
    wanted = deepcopy(tomllib.loads(text))
    rows = {"spec": target.spec, "output": target.output, "package": target.package}
    return (
        merged if _set(wanted, ("tool", "specwright", "targets"), target.name, rows) and _says(merged, wanted) else None
    )


def _exclusions(text: str, outputs: Sequence[str]) -> Iterator[_Addition]:
    """What keeps the formatters that are configured here off the outputs, as far as nothing does yet."""
    pattern = f"^/({'|'.join(map(re.escape, outputs))})/"
    values = {
        "black": ("extend-exclude", pattern),
        "ruff": ("extend-exclude", outputs),
        "isort": ("extend_skip", outputs),
    }
    for tool, (key, value) in values.items():
        if _at(text, ("tool", tool)) is not None and not _covers(_at(text, ("tool", tool, key)), outputs):
            yield _Addition(("tool", tool), key, value)


def _ruff_files(files: Mapping[str, str], outputs: Sequence[str]) -> Iterator[Proposal]:
    for name in RUFF_FILES:
        text = files.get(name)
        if text is None or _covers(_at(text, ("extend-exclude",)), outputs):
            continue
        addition = _Addition((), "extend-exclude", outputs)
        merged = _added(text, addition)
        by_hand = ByHand(name, "ruff would format what is generated", addition.text)
        yield Write(name, text, merged) if merged is not None else by_hand


def _covers(excluded: object, outputs: Sequence[str]) -> bool:
    """Whether what is excluded names each output, or a folder around it."""
    told = json.dumps(excluded).replace("\\", "") if excluded else ""
    return all(
        any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", told) for name in _around(each)) for each in outputs
    )


def _around(path: str) -> Iterator[str]:
    """A path and the folders above it."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _added(text: str, addition: _Addition) -> str | None:
    """The text with a key more, below the head of its table or in a table of its own; nothing if it has the key."""
    wanted = deepcopy(tomllib.loads(text))
    if not _set(wanted, addition.table, addition.key, addition.value):
        return None
    head = re.search(rf"^\[{re.escape('.'.join(addition.table))}\][ \t]*(#.*)?\n", text, re.MULTILINE)
    below = text[: head.end()] + addition.line + text[head.end() :] if head else ""
    first = addition.line + text if not addition.table else text + _gap(text) + addition.text
    return next((merged for merged in (below, first) if merged and _says(merged, wanted)), None)


def _set(document: dict[str, object], table: tuple[str, ...], key: str, value: object) -> bool:
    """Put a value into a parsed document, unless there is one."""
    for name in table:
        inner = document.setdefault(name, {})
        if not isinstance(inner, dict):
            return False
        document = cast("dict[str, object]", inner)
    return document.setdefault(key, value) is value


def _says(text: str, wanted: object) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except tomllib.TOMLDecodeError:
        return False


def _at(text: str, keys: tuple[str, ...]) -> object:
    """The value at a path of keys; None if there is none."""
    value: object = tomllib.loads(text)
    for key in keys:
        value = cast("dict[str, object]", value).get(key) if isinstance(value, dict) else None
    return value


def _gap(text: str) -> str:
    """What parts a new table from the text before it."""
    return "" if not text else "\n" if text.endswith("\n") else "\n\n"


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
