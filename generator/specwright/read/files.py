"""The files that a document is spread over: each is read once, and none outside of the project.

The project is the folder that names are relative to (the one of the pyproject.toml, or the working directory); for a
document that lies elsewhere it is the folder of the document.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote

from specwright.problem import Problem, Refusal
from specwright.read.load import Document, load


@dataclass(frozen=True, slots=True)
class Remote:
    """A reference is a URL, and nothing is ever fetched."""


@dataclass(frozen=True, slots=True)
class Outside:
    """A reference leads to a place that is not in the project, by an absolute path, by `..` or by a symbolic link."""


@dataclass(frozen=True, slots=True)
class Absent:
    """There is no such file."""

    name: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The file cannot be read; `problems` say what is wrong with it."""

    name: str
    problems: tuple[Problem, ...]


Opened: TypeAlias = "Document | Remote | Outside | Absent | Broken"

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class Files:
    """The document and the files that have been read for it, by their names relative to `root`."""

    def __init__(self, document: Document, root: Path) -> None:
        self.document = document
        self._root = root
        self._project = _project(root, document.file)
        self._own = posixpath.normpath(document.file)
        self._known: dict[str, Document | Absent | Broken] = {self._own: document}

    def __len__(self) -> int:
        return len(self._known)

    def __iter__(self) -> Iterator[Document]:
        """The document, and then the files that could be read, in the order in which they were asked for."""
        return (known for known in self._known.values() if isinstance(known, Document))

    def named(self, file: str) -> Document:
        """A file that has been read before, by the name that it has in its `Document`."""
        known = self.document if file == self.document.file else self._known[file]
        if not isinstance(known, Document):
            raise LookupError(file)
        return known

    def open(self, path: str, referrer: str) -> Opened:
        """What the path of a reference, which stands in the file `referrer`, leads to."""
        if _SCHEME.match(path) or path.startswith("//"):
            return Remote()
        plain = unquote(path)
        name = posixpath.normpath(posixpath.join(posixpath.dirname(referrer), plain))
        if plain.startswith("/"):
            return Outside()
        if name not in self._known:
            if not self._inside(name):
                return Outside()
            self._known[name] = self._loaded(name)
        return self._known[name]

    def _inside(self, name: str) -> bool:
        """Whether a file, symbolic links followed, is in the project; what cannot be is not."""
        try:
            return self._project in (self._root / name).resolve().parents
        except (OSError, ValueError, RuntimeError):
            return False

    def _loaded(self, name: str) -> Document | Absent | Broken:
        path = self._root / name
        try:
            return load(path, name) if path.is_file() else Absent(name)
        except OSError:
            return Absent(name)
        except Refusal as refusal:
            return Broken(name, refusal.problems)


def _project(root: Path, file: str) -> Path:
    folder = (root / file).parent.resolve()
    project = root.resolve()
    return project if folder == project or project in folder.parents else folder
