"""A generated project on disk: where it is, and what its manifest says of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from specwright.ir import Location
from specwright.problem import Refusal, error

MANIFEST = "specwright.json"
_NEEDED = ("fastapi", "httpx2", "hypothesis", "jsonschema_rs", "pydantic", "pytest")


@dataclass(frozen=True, slots=True)
class Absent:
    """An operation of the document for which nothing is generated; `waived` if the configuration accepts it."""

    name: str
    reason: str
    waived: bool


@dataclass(frozen=True, slots=True)
class Project:
    """A generated project; `shown` is its folder as the user named it."""

    name: str
    root: Path
    shown: str
    operations: tuple[str, ...]
    absent: tuple[Absent, ...]


def project(name: str, root: Path, shown: str) -> Project:
    """The project in a folder. Raises Refusal (a run at fault) if there is none, or nothing to run its proof with."""
    file = root / MANIFEST
    if not file.is_file() or not (root / "tests").is_dir():
        message = f"there is no generated project in {shown}"
        raise _unable("project-missing", message, f"{shown}/{MANIFEST}", "run `specwright generate` first")
    try:
        operations: list[Mapping[str, Any]] = json.loads(file.read_text("utf-8"))["operations"]
        emitted = tuple(str(each["name"]) for each in operations if each["status"] == "emitted")
        absent = tuple(_absent(each) for each in operations if each["status"] != "emitted")
    except (ValueError, LookupError, TypeError) as fault:
        message = f"the manifest cannot be read: {fault}"
        raise _unable("manifest-broken", message, f"{shown}/{MANIFEST}", "run `specwright generate` again") from None
    if missing := [module for module in _NEEDED if find_spec(module) is None]:
        message = f"the proof needs what is not installed: {', '.join(missing)}"
        raise _unable("verify-extra-missing", message, "", 'run `pip install "specwright[verify]"`')
    return Project(name, root, shown, emitted, absent)


def _absent(operation: Mapping[str, Any]) -> Absent:
    name = f"{operation['method']} {operation['path']}"
    return Absent(name, str(operation.get("reason", "")), operation["status"] == "waived")


def _unable(code: str, message: str, file: str, remedy: str) -> Refusal:
    return Refusal([error(code, message, Location(file) if file else None, remedy)], findings=False)
