"""The new files of a folder, each of which is completed on disk as it comes: no more than a few wait in memory."""

from __future__ import annotations

import os
import shutil
from collections import deque
from collections.abc import Collection, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from specwright.write.journal import Put, about, begun, replace
from specwright.write.paths import STAGING

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_FEW = 16
_WAITING = 64


@contextmanager
def staging(root: Path) -> Generator[Staging]:
    """Files to be staged in a folder of which nothing is left of an earlier replacement; what is not put is dropped."""
    files = Staging(root)
    try:
        yield files
    finally:
        files.drop()


class Staging:
    """Completed files that wait for their places."""

    def __init__(self, root: Path) -> None:
        self._root, self._folder = root, root / STAGING
        self._puts: list[Put] = []
        self._threads: ThreadPoolExecutor | None = None
        self._waiting: deque[Future[None]] = deque()

    @property
    def paths(self) -> list[str]:
        """The paths of what has been added."""
        return sorted(put.path for put in self._puts)

    def add(self, path: str, content: bytes) -> None:
        """Complete a file that is to take its place at a path. Raises OSError, for this file or an earlier one."""
        if not self._puts:
            self._folder.mkdir()
        put = Put(str(len(self._puts)), path)
        self._puts.append(put)
        self._soon(put, content)

    def put(self, gone: Collection[str], last: str) -> None:
        """Have every file take its place, `last` after all others, and delete the files in `gone`. See `replace`."""
        if not self._puts and not gone:
            return
        self._settle()
        if not self._puts:
            self._folder.mkdir()
        replace(self._root, sorted(self._puts, key=lambda put: put.path), gone, last)

    def drop(self) -> None:
        """Remove what has been added, unless it has begun to take its place."""
        if self._threads is not None:
            self._threads.shutdown(cancel_futures=True)
        if self._folder.is_dir() and not begun(self._root):
            shutil.rmtree(self._folder, ignore_errors=True)

    def _soon(self, put: Put, content: bytes) -> None:
        """Stage a file, of many several at a time: they wait for the disk most of the time."""
        if len(self._puts) <= _FEW:
            self._stage(put, content)
            return
        if self._threads is None:
            from concurrent.futures import ThreadPoolExecutor  # which takes a while to load

            self._threads = ThreadPoolExecutor()
        while self._waiting and (len(self._waiting) == _WAITING or self._waiting[0].done()):
            self._waiting.popleft().result()
        self._waiting.append(self._threads.submit(self._stage, put, content))

    def _settle(self) -> None:
        while self._waiting:
            self._waiting.popleft().result()

    def _stage(self, put: Put, content: bytes) -> None:
        with about(self._root / put.path), (self._folder / put.staged).open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
