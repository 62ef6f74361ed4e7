"""The paths of an output's files: relative, with slashes, and the same file on every system."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

STAGING = ".specwright-tmp"
"""The folder inside an output where new files are completed: no file of the output is in it."""

_UNSAFE_SEGMENT = re.compile(r'|.*[. ]|.*[\\:*?"<>|\x00-\x1f].*', re.DOTALL)


def plain(path: str) -> bool:
    """Whether a relative posix path means the same file on every system, inside the folder and outside the staging."""
    segments = path.split("/")
    return segments[0] != STAGING and not any(_UNSAFE_SEGMENT.fullmatch(segment) for segment in segments)


def ancestors(path: str) -> Iterator[str]:
    """The folders above a relative path, the innermost first: `a/b/c` gives `a/b`, `a`."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def unfit(paths: Iterable[str]) -> str:
    """Why files of these paths cannot be in one folder on every system; empty if they can."""
    names: dict[str, str] = {}
    for path in paths:
        if not plain(path):
            return f"{path!r} is not a plain relative path"
        other = names.setdefault(_name(path), path)
        if other != path:
            return f"some file systems take these for one path: {other!r} and {path!r}"
    for name, path in names.items():
        if above := next((folder for folder in ancestors(name) if folder in names), None):
            return f"{path!r} is below {names[above]!r}, which is a file"
    return ""


def _name(path: str) -> str:
    """What a path is to a file system that ignores case and the spelling of accents."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def leading_outside(root: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """The paths that a symbolic link, of the file or of a folder above it, takes out of the root."""
    home = root.resolve()
    wanted = sorted(paths)
    outside = {folder for folder in {*map(os.path.dirname, wanted)} if not _within(home, root / folder)}
    return tuple(path for path in wanted if os.path.dirname(path) in outside or _strays(home, root / path))


def _within(home: Path, path: Path) -> bool:
    return path.resolve().is_relative_to(home)


def _strays(home: Path, path: Path) -> bool:
    return path.is_symlink() and not _within(home, path)
