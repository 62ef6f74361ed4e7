"""Outputs in memory, and how tests put them on disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from specwright.write.drift import Drift
from specwright.write.manifest import MANIFEST, digest, manifest
from specwright.write.output import Written, compare, staged


def output(files: Mapping[str, str], **inputs: str) -> dict[str, str]:
    """Path -> text of files and of their manifest."""
    digests = {path: digest(text) for path, text in files.items()}
    return {**files, MANIFEST: manifest(digests, {"inputs": inputs})}


def write(files: Mapping[str, str], root: Path, force: bool = False) -> Written:
    """Have a folder hold an output, as `generate` does."""
    with staged(files.items(), root, force) as ready:
        return ready.put()


def drifts(files: Mapping[str, str], root: Path) -> tuple[Drift, ...]:
    """How a folder differs from an output, as `check` finds it."""
    return compare(files.items(), root).drifts


def recover(root: Path) -> None:
    """Look at a folder, which finishes what a crash interrupted."""
    compare((), root)
