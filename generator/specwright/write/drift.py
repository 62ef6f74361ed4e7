"""How a file of an output may differ from the one on disk, and what is said of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast

from specwright.ir import Location
from specwright.problem import Position, Problem, error
from specwright.write.manifest import MANIFEST, digest


@dataclass(frozen=True, slots=True)
class Missing:
    """The file would be written and is not there."""

    path: str


@dataclass(frozen=True, slots=True)
class Stale:
    """The file was generated once and is no longer."""

    path: str


@dataclass(frozen=True, slots=True)
class Edited:
    """The file is neither what was generated nor what would be (`None`: nothing would): somebody edited it."""

    path: str
    found: str
    wanted: str | None


@dataclass(frozen=True, slots=True)
class Changed:
    """The file is as it was generated, and something else would be generated now."""

    path: str
    found: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file that the manifest does not list stands where one would be written."""

    path: str


Drift: TypeAlias = "Missing | Stale | Edited | Changed | Foreign"


def drift_of(path: str, wanted: str | None, found: str | None, recorded: str | None) -> Drift | None:
    """How the text that was found at a path differs from the one that is wanted; `recorded` is the digest of the one
    that was generated. Each may be absent.
    """
    if found is None:
        return None if wanted is None else Missing(path)
    if wanted is not None and _equal(path, found, wanted):
        return None
    if recorded is None:
        return Foreign(path)
    if digest(found) != recorded:
        return Edited(path, found, wanted)
    return Stale(path) if wanted is None else Changed(path, found, wanted)


def explain(drift: Drift, root: Path) -> Problem:
    """A drift as an error at the first line that differs, with the file named below `root`."""
    file = (root / drift.path).as_posix()
    match drift:
        case Missing():
            return error("file-missing", f"{drift.path} is missing", Location(file), "run `specwright generate`")
        case Stale():
            message = f"{drift.path} is no longer generated"
            return error("file-stale", message, Location(file), "run `specwright generate`: it removes the file")
        case Changed(found=found, wanted=wanted):
            message = f"{drift.path} would be generated differently now"
            return error("file-changed", message, _difference(file, found, wanted), "run `specwright generate`")
        case Edited(found=found, wanted=wanted):
            message = f"{drift.path} was edited by hand"
            remedy = "move the edit elsewhere, then run `specwright generate --force`, which overwrites it"
            return error("file-edited-by-hand", message, _difference(file, found, wanted or ""), remedy)
        case Foreign():
            message = f"{drift.path} stands where a file would be generated, and specwright did not write it"
            remedy = "move it away, or overwrite it with `specwright generate --force`"
            return error("file-in-the-way", message, Location(file), remedy)


def _equal(path: str, found: str, wanted: str) -> bool:
    """Whether two texts of a file are the same; in a manifest the inputs explain drift and are never drift."""
    return found == wanted or (path == MANIFEST and _without_inputs(found) == _without_inputs(wanted))


def _without_inputs(text: str) -> object:
    try:
        content: object = json.loads(text)
    except ValueError:
        return text
    if not isinstance(content, dict):
        return text
    return {key: value for key, value in cast("dict[str, object]", content).items() if key != "inputs"}


def _difference(file: str, found: str, wanted: str) -> Position:
    """The first line of a file that is not as wanted."""
    ours, theirs = found.splitlines(), wanted.splitlines()
    same = next((n for n, (mine, other) in enumerate(zip(ours, theirs, strict=False)) if mine != other), None)
    line = min(len(ours), len(theirs)) if same is None else same
    return Position(file, max(1, min(line + 1, len(ours))), 1)
