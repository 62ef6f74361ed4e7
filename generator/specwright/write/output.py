"""An output and the folder that it is for: how they differ, and how the one gets into the other.

An output comes file by file, as each is made, and is compared with the folder at once; the last file, the manifest,
lists the others with their digests. The list tells files of ours from files of the user's, and the digests tell a hand
edit from an output that is merely old. Whether there is drift is always decided by the wanted texts, so editing a file
together with its digest passes no check.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from specwright.ir import Location
from specwright.problem import Problem, Refusal, error
from specwright.write.drift import Drift, Edited, Foreign, drift_of, explain
from specwright.write.journal import alone, recover
from specwright.write.manifest import MANIFEST, digest_of, manifest_inputs, recorded_in
from specwright.write.paths import STAGING, ancestors, leading_outside, plain, unfit
from specwright.write.staging import Staging, staging


@dataclass(frozen=True, slots=True)
class Compared:
    """An output beside the folder that it is for.

    `digests` are those of every file of the output, path -> digest; `drifts` tell how the files on disk differ, sorted
    by path; `inputs` are the names of those that are not what the folder was generated from: why there is drift; `gone`
    are the paths of files of ours that are there and no longer generated.
    """

    digests: Mapping[str, str]
    drifts: tuple[Drift, ...]
    inputs: tuple[str, ...]
    gone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Written:
    """What was done to a folder: the paths that were written and removed, and how many files were left alone."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def compare(files: Iterable[tuple[str, str]], root: Path) -> Compared:
    """How the files of an output folder differ from those that are wanted, paths and texts.

    A replacement that a crash interrupted is finished first; until the comparison ends, no process writes the output.
    Raises ValueError as `staged` does, and OSError for what cannot be read.
    """
    with alone(root):
        recover(root)
    with alone(root, shared=True):
        return _beside(files, root, _held(root), lambda path, content: None)


@contextmanager
def staged(files: Iterable[tuple[str, str]], root: Path, force: bool = False) -> Generator[Staged]:
    """An output that is ready to take the place of what an output folder holds: paths and texts with LF line ends.

    Each file is compared and, if it differs, completed on disk as it comes. Nothing is replaced yet. No other process
    reads or writes the output until the end of the block, which leaves the folder as it was if nothing is `put` there,
    and if that was killed, the next run does.

    Raises ValueError for a path that is not plain (absolute, `..`, an empty segment, a backslash, a drive letter), for
    two paths that some file systems take for one, for a path below a file, and for a text that UTF-8 cannot hold.
    Raises OSError if the disk does. Raises Refusal for a folder with something in it that is none of ours, unless
    `force` says to put files there.
    """
    with alone(root, present=True):
        recover(root)
        held = _held(root)
        if held.foreign and not force:
            _refuse([_not_ours(root)])
        with staging(root) as ready:
            yield Staged(files, root, held, ready, force=force)


class Staged:
    """An output that is ready to be put in its folder; `compared` says what that will change."""

    def __init__(
        self, files: Iterable[tuple[str, str]], root: Path, held: _Held, ready: Staging, *, force: bool
    ) -> None:
        self._root, self._held, self._ready, self._force = root, held, ready, force
        self._looks: dict[str, object] = {}
        self._manifest: bytes | None = None
        self.compared = _beside(files, root, held, self._differs)

    def _differs(self, path: str, content: bytes) -> None:
        """Stage a file, and keep how the one on disk looks. The manifest may differ where there is nothing to put."""
        self._looks[path] = _look(self._root / path)
        if path == MANIFEST:
            self._manifest = content
        else:
            self._ready.add(path, content)

    def put(self) -> Written:
        """Make the folder hold exactly the wanted files, besides those that are none of ours.

        A file is overwritten or removed only if it is as it was generated, or with `force`; files that are right
        already are not touched. A crash leaves each file wholly old or wholly new, and the next run finishes the work.
        Raises Refusal (a run at fault) for hand edits and foreign files, and whatever `force` says for a folder that
        stands where a file should, or a symbolic link that leads outside; raises OSError if the disk does.
        """
        if self._manifest is not None:
            self._ready.add(MANIFEST, self._manifest)
        new, gone, root = self._ready.paths, self.compared.gone, self._root
        _refuse(_links(root, {*self.compared.digests, *self._held.recorded}))
        if not self._force:
            _refuse(explain(drift, root) for drift in self.compared.drifts if isinstance(drift, Edited | Foreign))
            _refuse(_touched(root, path) for path, look in self._looks.items() if _look(root / path) != look)
        _refuse(_obstacles(root, new, gone))
        self._ready.put(gone, last=MANIFEST)
        return Written(tuple(new), tuple(sorted(gone)), len(self.compared.digests) - len(new))


def amend(root: Path, wanted: Callable[[], Mapping[str, str] | None]) -> Mapping[str, str] | None:
    """Replace some files of an output, its manifest among them, by what is `wanted` of them when this is called.

    While that is found out, and until it is on disk, no other process writes the output. Nothing is written if nothing
    is wanted, if a replacement was interrupted, or if a symbolic link leads outside. Raises OSError if the disk does.
    """
    with alone(root):
        if os.path.lexists(root / STAGING):
            return None
        new = wanted()
        if new is None or leading_outside(root, new):
            return None
        with staging(root) as files:
            for path, text in new.items():
                files.add(path, text.encode())
            files.put((), last=MANIFEST)
        return new


# --- reading and comparing --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Held:
    """What an output folder said before it was compared: the digest of each file that its manifest lists.

    `foreign` says that it holds something but no manifest of ours.
    """

    recorded: Mapping[str, str]
    foreign: bool


def _held(root: Path) -> _Held:
    text = _text(root / MANIFEST)
    recorded = {} if text is None else recorded_in(text, lambda path: _text(root / path))
    return _Held(recorded, foreign=MANIFEST not in recorded and _occupied(root))


def _beside(
    files: Iterable[tuple[str, str]], root: Path, held: _Held, differs: Callable[[str, bytes], None]
) -> Compared:
    """Compare each file with the one on disk as it comes, and say which `differs`."""
    digests: dict[str, str] = {}
    drifts: list[Drift | None] = []
    inputs: tuple[str, ...] = ()
    for path, text in files:
        if not plain(path):
            raise ValueError(unfit([path]))
        content = text.encode()
        found = _text(root / path)
        digests[path] = digest_of(content)
        drifts.append(drift_of(path, text, found, held.recorded.get(path)))
        if path == MANIFEST:
            inputs = _changed(manifest_inputs(text), manifest_inputs(found or ""))
        if found != text:
            differs(path, content)
    if why := unfit(digests):
        raise ValueError(why)
    old = {path: _text(root / path) for path in held.recorded if path not in digests}
    drifts += [drift_of(path, None, found, held.recorded[path]) for path, found in old.items()]
    told = sorted((drift for drift in drifts if drift is not None), key=lambda drift: drift.path)
    gone = frozenset(path for path, found in old.items() if found is not None)
    return Compared(digests, tuple(told), inputs, gone)


def _changed(now: Mapping[str, str], then: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted(name for name in {*now, *then} if now.get(name) != then.get(name)))


def _text(path: Path) -> str | None:
    """The text of a file with LF line ends, bytes that are no UTF-8 kept as surrogates; nothing if there is no file."""
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    return content.decode(errors="surrogateescape").replace("\r\n", "\n")


def _occupied(root: Path) -> bool:
    return root.is_dir() and any(entry.name not in {".git", STAGING} for entry in root.iterdir())


def _look(path: Path) -> object:
    """What changes when somebody writes a file, or makes one; nothing if there is none."""
    try:
        found = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_size


# --- refusing ---------------------------------------------------------------------------------------------------------


def _refuse(problems: Iterable[Problem]) -> None:
    told = tuple(problems)
    if told:
        raise Refusal(told, findings=False)


def _links(root: Path, paths: Iterable[str]) -> Iterator[Problem]:
    for path in leading_outside(root, paths):
        message = f"a symbolic link takes {path} out of the output folder"
        yield error("output-escapes", message, Location((root / path).as_posix()), "remove the link")


def _touched(root: Path, path: str) -> Problem:
    message = f"{path} was written by something else while this ran"
    return error("file-in-the-way", message, Location((root / path).as_posix()), "see what it holds, and run it again")


def _not_ours(root: Path) -> Problem:
    message = f"the output folder is not empty and has no {MANIFEST}: specwright did not write what is in it"
    remedy = "choose another folder, or use --force: it overwrites the files that stand in the way, and no other"
    return error("output-foreign", message, Location(root.as_posix()), remedy)


def _obstacles(root: Path, new: Iterable[str], gone: Collection[str]) -> Iterator[Problem]:
    """Folders where files should be, and files where folders should be, that no deletion clears away."""
    for path in new:
        files = [folder for folder in ancestors(path) if folder not in gone and (root / folder).is_file()]
        if files or _full(root, path, gone):
            place = files[0] if files else path
            message = f"{place} is in the way of {path}, and cannot be replaced by it"
            yield error("file-in-the-way", message, Location((root / place).as_posix()), "move it away")


def _full(root: Path, path: str, gone: Collection[str]) -> bool:
    folder = root / path
    if not folder.is_dir():
        return False
    return any(not entry.is_dir() and entry.relative_to(root).as_posix() not in gone for entry in folder.rglob("*"))
