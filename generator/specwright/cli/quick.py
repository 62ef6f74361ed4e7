"""`generate` and `check` where nothing has changed: what they said last, said again.

It reads the command line and the configuration only as far as they are plain; whatever is not is for the commands
themselves. So this imports little, and is there in a fraction of the time that the rest takes to load.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from typing import Any, cast

from specwright import probe
from specwright.cli.terminal import coloured, say

_TEXTS = ("spec", "output", "package", "version", "templates")
_LISTS = ("overlays", "waive")
_REQUIRED = ("spec", "output", "package")


def answered(argv: Sequence[str]) -> int | None:
    """The exit status of a command that has nothing to do, once it has said so; nothing if it has to run."""
    started = time.perf_counter()
    command, *given = argv or [""]
    quiet = any(each in ("-q", "--quiet") for each in given)
    names = [each for each in given if each not in ("-q", "--quiet", "--format=json")]
    if command not in ("generate", "check") or ("--format=json" in given and command == "generate"):
        return None
    targets = _targets(names)
    said = [probe.unchanged(root, name, table) for root, name, table in targets or ()]
    if targets is None or not said or None in said:
        return None
    known = [each for each in said if each is not None]
    if "--format=json" in given:
        say(json.dumps([row for each in known for row in each["rows"]], indent=2), sys.stdout)
    else:
        for (_, name, _), each in zip(targets, known, strict=True):
            _say(command, name, each, quiet, time.perf_counter() - started)
    return max(int(each["status"]) for each in known)


def _say(command: str, name: str, said: dict[str, Any], quiet: bool, seconds: float) -> None:
    if problems := said["problems"][f"{quiet} {coloured(sys.stderr)}"]:
        say(problems, sys.stderr)
    if quiet:
        return
    if command == "generate":
        done = f"{said['size']}: 0 written, 0 removed, {said['files']} unchanged ({seconds:.1f} s)"
    else:
        done = f"{said['files']} files, all as they would be generated"
    say(f"{name}: {done}", sys.stderr)


def _targets(names: Sequence[str]) -> list[tuple[str, str, probe.Table]] | None:
    """The folder, name and table of each target that is meant; nothing if that is not plain to see."""
    if any(name.startswith("-") for name in names):
        return _document(names)
    found = _configuration(os.getcwd())
    if found is None:
        return None
    root, tables = found
    chosen = [name for name in tables if not names or name in names]
    if not set(names) <= set(chosen):
        return None
    plain = [_plain(tables[name]) for name in chosen]
    if None in plain:
        return None
    return [(root, name, table) for name, table in zip(chosen, plain, strict=True) if table is not None]


def _document(names: Sequence[str]) -> list[tuple[str, str, probe.Table]] | None:
    """The target that `SPEC -o FOLDER` means."""
    match names:
        case [spec, "-o" | "--output", output] | ["-o" | "--output", output, spec] if not spec.startswith("-"):
            table = _plain({"spec": spec, "output": output, "package": ""})
            return None if table is None else [(os.getcwd(), os.path.basename(os.path.abspath(output)), table)]
        case _:
            return None


def _configuration(start: str) -> tuple[str, dict[str, Any]] | None:
    """The folder of the nearest pyproject.toml that has targets, and their tables."""
    import tomllib

    folder = start
    while True:
        try:
            with open(os.path.join(folder, "pyproject.toml"), "rb") as file:
                return folder, tomllib.load(file)["tool"]["specwright"]["targets"]
        except (FileNotFoundError, KeyError):
            above = os.path.dirname(folder)
        except (OSError, ValueError, TypeError):
            return None
        if above == folder:
            return None
        folder = above


def _plain(given: object) -> probe.Table | None:
    """A table with nothing left open; nothing if it has what does not belong in it."""
    if not isinstance(given, dict):
        return None
    table = cast("dict[str, Any]", given)
    texts = {name: table.get(name) for name in _TEXTS}
    lists = {name: table.get(name, []) for name in _LISTS}
    known = set(table) <= {*texts, *lists} and all(text is None or isinstance(text, str) for text in texts.values())
    if not known or not all(_texts(each) for each in lists.values()) or None in (texts[name] for name in _REQUIRED):
        return None
    return {**texts, "version": texts["version"] or None, "templates": texts["templates"] or None, **lists}


def _texts(given: object) -> bool:
    return isinstance(given, list) and all(isinstance(item, str) for item in cast("list[object]", given))
