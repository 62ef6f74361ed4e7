"""Whether a run would change nothing and say what the last one said: told without importing more than a little.

After a run whose output is what it should be, a record of it is kept: the digests of what went in, what the tool and
its libraries were, how each file of the output looked, and what was said. While all of that is as it was, so is the
answer. A record is of this machine and of one target at one place; without one, everything is generated.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import time
from codecs import BOM_UTF8
from hashlib import sha256
from typing import Any

from specwright import cache

_HERE = os.path.dirname(os.path.abspath(__file__))
_STAGING = ".specwright-tmp"
_TICK = 50_000_000
"""Nanoseconds in which a file system may give one time to two changes."""

Table = dict[str, Any]
"""A target as its table in the configuration has it."""


def unchanged(root: str, name: str, table: Table) -> dict[str, Any] | None:
    """What was said when the target was last generated or checked, if nothing has changed since."""
    held = cache.get(_key(root, name, table))
    try:
        return None if held is None else _said(json.loads(held), root, table)
    except (ValueError, TypeError, LookupError, AttributeError):
        return None  # it is no record of ours


def standing(root: str, name: str, table: Table) -> dict[str, Any] | None:
    """The record of the run whose output is there, whatever has become of its inputs."""
    held = cache.get(_key(root, name, table))
    try:
        record: dict[str, Any] | None = None if held is None else json.loads(held)
        return record if record is not None and _stands(record, root, table) else None
    except (ValueError, TypeError, LookupError, AttributeError):
        return None  # it is no record of ours


def keep(root: str, name: str, table: Table, run: dict[str, Any]) -> None:
    """Record a run: `tool` as it was before, the digests of its `inputs`, those of the `files` that are now its output,
    and what was `said`.
    """
    output = os.path.join(root, table["output"])
    seen = {path: [*_look(os.path.join(output, path)), digest] for path, digest in run["files"].items()}
    record = {**run, "files": seen, "time": time.time_ns()}
    cache.put(_key(root, name, table), json.dumps(record).encode())


def tool(root: str, table: Table) -> str:
    """What generates: the interpreter, the libraries, our own code and templates, and those of the user."""
    folders = [_HERE]
    if not os.path.isdir(os.path.join(_HERE, "templates")):
        folders.append(os.path.join(os.path.dirname(os.path.dirname(_HERE)), "templates"))
    if table.get("templates"):
        folders.append(os.path.join(root, table["templates"]))
    found = [sys.version, *_libraries(), *(line for folder in folders for line in _files(folder))]
    return sha256("\n".join(found).encode(errors="surrogateescape")).hexdigest()


def input_digest(path: str) -> str | None:
    """The digest of an input, as a manifest has it; nothing if it cannot be read."""
    return _digest(path, BOM_UTF8)


def _said(record: dict[str, Any], root: str, table: Table) -> dict[str, Any] | None:
    if any(input_digest(os.path.join(root, path)) != digest for path, digest in record["inputs"].items()):
        return None
    said: dict[str, Any] = record["said"]
    return said if _stands(record, root, table) else None


def _stands(record: dict[str, Any], root: str, table: Table) -> bool:
    """Whether the output is what this very tool left there."""
    output = os.path.join(root, table["output"])
    if record["tool"] != tool(root, table) or os.path.lexists(os.path.join(output, _STAGING)):
        return False
    trusted = record["time"] - _TICK
    return all(_as_recorded(os.path.join(output, path), seen, trusted) for path, seen in record["files"].items())


def _key(root: str, name: str, table: Table) -> str:
    return json.dumps(["record", os.getcwd(), os.path.abspath(root), name, table], sort_keys=True)


def _libraries() -> list[str]:
    """The installed distributions, which their folders name with their versions."""
    names: set[str] = set()
    for folder in sys.path:
        if os.path.isdir(folder):
            names.update(name for name in os.listdir(folder) if name.endswith(".dist-info"))
    return sorted(names)


def _files(folder: str) -> list[str]:
    """The files of a folder that may be part of what generates, each with how it looks."""
    found: list[str] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if name.endswith((".py", ".jinja")):
                found.append(f"{place}/{name} {_look(os.path.join(place, name))}")
    return found


def _look(path: str) -> list[int]:
    """What changes when a file does: nothing of a regular file stays as it is without one of these."""
    try:
        found = os.lstat(path)
    except OSError:
        return []
    regular = stat.S_ISREG(found.st_mode)
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino] if regular else [-1]


def _as_recorded(path: str, seen: list[Any], trusted: int) -> bool:
    """Whether a file of the output holds what it held: by its looks, or if they tell nothing by its content."""
    look = _look(path)
    if look == seen[:-1] and len(look) == 4 and max(look[1], look[2]) < trusted:
        return True
    return len(look) == 4 and _output(path) == seen[-1]


def _output(path: str) -> str | None:
    return _digest(path, b"")


def _digest(path: str, mark: bytes) -> str | None:
    """The digest of a text with LF line ends, as a manifest has it, without the mark that it may begin with.

    What is no text has one too, which is that of no text.
    """
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError:
        return None
    return "sha256:" + sha256(content.removeprefix(mark).replace(b"\r\n", b"\n")).hexdigest()
