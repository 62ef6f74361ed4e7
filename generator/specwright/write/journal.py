"""Replaces many files of a folder so that a crash at any moment leaves each wholly old or wholly new.

New files are completed in a staging folder inside the root (`staging.py`), then a journal is written there that lists
every step. From then on the replacement cannot be lost: whoever comes next finishes it with `recover`. Without a
journal the staging folder is litter, and `recover` drops it. Every step may be taken twice. All of that is for one
process at a time: `alone` has the others wait.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast

from specwright.write.paths import STAGING, ancestors, leading_outside, plain

_JOURNAL = "journal.json"


@dataclass(frozen=True, slots=True)
class Put:
    """A staged file takes its place at `path`; the old files in `clears` stand where it or its folder will be."""

    staged: str
    path: str
    clears: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delete:
    """An old file goes, and with it the folders that it leaves empty."""

    path: str


Step: TypeAlias = "Put | Delete"


@contextmanager
def alone(root: Path, *, present: bool = False, shared: bool = False) -> Generator[None]:
    """Wait for other processes that read or write this folder as an output, and have those that come later wait.

    Those that share it do not wait for each other. The folder itself is locked: nothing is left behind, and a process
    that dies lets go. Where the system has no such locks, nobody waits. One that is to be `present` is made if need be,
    and is removed if it is empty at the end.
    """
    made: list[Path] = []
    descriptor: int | None = None
    try:
        while descriptor is None and (present or root.is_dir()):
            if present:
                made += [folder for folder in (root, *root.parents) if not folder.exists()]
                root.mkdir(parents=True, exist_ok=True)
            descriptor = _locked(root, shared)
        yield
    finally:
        with suppress(OSError):
            for folder in made:
                folder.rmdir()
        if descriptor is not None and descriptor != _UNLOCKED:
            os.close(descriptor)


_UNLOCKED = -1


def _locked(root: Path, shared: bool) -> int | None:
    """What holds the lock of a folder; nothing if that was removed while others had it."""
    if sys.platform == "win32":
        return _UNLOCKED
    import fcntl

    try:
        descriptor = os.open(root, os.O_RDONLY)
    except FileNotFoundError:
        return None
    with suppress(OSError):
        fcntl.flock(descriptor, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
    try:
        if os.path.samestat(os.fstat(descriptor), root.stat()):
            return descriptor
    except FileNotFoundError:
        pass
    os.close(descriptor)
    return None


@contextmanager
def about(file: Path) -> Generator[None]:
    """Have an OSError name a file: one of a full disk names none by itself."""
    try:
        yield
    except OSError as failure:
        failure.filename = failure.filename or str(file)
        raise


def replace(root: Path, staged: Iterable[Put], gone: Collection[str], last: str) -> None:
    """Put staged files in their places and delete the files in `gone`; `last` is the path that is replaced after all
    else. Raises OSError, with the disk as a crash at that moment would leave it.
    """
    steps = _ordered(_cleared(staged, gone), gone, last)
    _record(root / STAGING, steps)
    _finish(root, steps, again=False)


def begun(root: Path) -> bool:
    """Whether a replacement has begun that `recover` would finish."""
    return (root / STAGING / _JOURNAL).exists()


def recover(root: Path) -> None:
    """Finish the replacement that a crash interrupted, or drop what it had only begun to prepare."""
    staging = root / STAGING
    if staging.is_symlink():
        staging.unlink()
    if not staging.is_dir():
        return
    steps = _recorded(staging / _JOURNAL)
    if leading_outside(root, _touched(steps)):
        steps = ()
    _finish(root, steps, again=True)


def _cleared(puts: Iterable[Put], gone: Collection[str]) -> Iterator[Put]:
    """The same steps, each with the old files that are in its way: a file where a folder comes, or the reverse."""
    old = {path.casefold(): path for path in gone}
    below: dict[str, list[str]] = {}
    for path in gone:
        for folder in ancestors(path.casefold()):
            below.setdefault(folder, []).append(path)
    for put in puts:
        name = put.path.casefold()
        above = [old[other] for other in (name, *ancestors(name)) if other in old]
        yield Put(put.staged, put.path, (*above, *below.get(name, ())))


def _ordered(puts: Iterable[Put], gone: Iterable[str], last: str) -> tuple[Step, ...]:
    steps = tuple(puts)
    deletions = (Delete(path) for path in sorted(gone))
    first = (put for put in steps if put.path != last)
    return (*first, *deletions, *(put for put in steps if put.path == last))


def _record(staging: Path, steps: tuple[Step, ...]) -> None:
    unfinished = staging / f"{_JOURNAL}.part"
    with about(unfinished):
        unfinished.write_text(json.dumps([_row(step) for step in steps]), encoding="utf-8")
        _sync(unfinished)
    os.replace(unfinished, staging / _JOURNAL)
    _sync_folder(staging)


def _row(step: Step) -> list[object]:
    match step:
        case Put(staged, path, clears):
            return ["put", staged, path, *clears]
        case Delete(path):
            return ["delete", path]


def _recorded(journal: Path) -> tuple[Step, ...]:
    """The steps of a journal; none if there is no journal, or if it is not one that we write."""
    try:
        rows = cast("list[list[object]]", json.loads(journal.read_text(encoding="utf-8")))
        steps = tuple(map(_step, rows))
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return ()
    return steps if all(map(plain, _touched(steps))) else ()


def _step(row: list[object]) -> Step:
    """The inverse of `_row`; raises ValueError or TypeError for what that never writes."""
    match row:
        case ["put", str(staged), str(path), *clears] if staged.isdecimal():
            return Put(staged, path, tuple(map(str, clears)))
        case ["delete", str(path)]:
            return Delete(path)
        case _:
            raise ValueError(row)


def _touched(steps: Iterable[Step]) -> Iterator[str]:
    for step in steps:
        yield step.path
        if isinstance(step, Put):
            yield from step.clears


def _finish(root: Path, steps: tuple[Step, ...], *, again: bool) -> None:
    """Take the steps; some of them may have been taken before, if this is done `again`."""
    staging = root / STAGING
    for step in steps:
        match step:
            case Put(staged) if again and not (staging / staged).exists():
                pass
            case Put():
                _put(root, step)
            case Delete(path):
                _delete(root, path)
    for folder in sorted({(root / step.path).parent for step in steps}):
        _sync_folder(folder)
    with suppress(FileNotFoundError):
        os.unlink(staging / _JOURNAL)
    shutil.rmtree(staging)


def _put(root: Path, step: Put) -> None:
    for path in step.clears:
        _delete(root, path)
    target = root / step.path
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(root / STAGING / step.staged, target)


def _delete(root: Path, path: str) -> None:
    target = root / path
    if target.is_symlink() or target.is_file():
        os.unlink(target)
    with suppress(OSError):
        for folder in ancestors(path):
            os.rmdir(root / folder)


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make a folder's entries durable, where the system can: Windows cannot, and a folder may have gone since."""
    if os.name == "nt" or not folder.is_dir():
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
