"""What an output is, how it differs from the one on disk, and how it gets there.

A `Tree` is every file of an output; the last of them, the manifest, lists the others with their digests. The list
tells files of ours from files of the user's, and the digests tell a hand edit from an output that is merely old.
Whether there is drift is always decided by the wanted texts, so editing a file together with its digest passes no
check.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias, cast

from specwright.ir import Location
from specwright.journal import STAGING, alone, ancestors, leading_outside, plain, recover, replace
from specwright.problem import Position, Problem, Refusal, error

MANIFEST = "specwright.json"
_CONFLICT = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)


class Tree(Mapping[str, str]):
    """Every file of an output: its relative posix path -> its text, with LF line ends, sorted by path.

    A frozen value. Raises ValueError for a path that is not plain (absolute, `..`, an empty segment, a backslash, a
    drive letter), for two paths that some file system takes for one, for a path below a file, and for a text that
    UTF-8 cannot hold.
    """

    __slots__ = ("_texts",)

    def __init__(self, files: Mapping[str, str]) -> None:
        _refuse_paths(files)
        self._texts = {path: files[path].replace("\r\n", "\n").replace("\r", "\n") for path in sorted(files)}
        for text in self._texts.values():
            text.encode()

    def __getitem__(self, path: str) -> str:
        return self._texts[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __hash__(self) -> int:
        return hash(tuple(self._texts.items()))

    def __repr__(self) -> str:
        return f"Tree({self._texts!r})"


@dataclass(frozen=True, slots=True)
class Disk:
    """What was found in an output folder.

    `texts` are the files that the manifest lists and those that were asked for, with LF line ends; `recorded` the
    digest of each listed file. `foreign` says that the folder holds something but no manifest of ours.
    """

    texts: Mapping[str, str]
    recorded: Mapping[str, str]
    foreign: bool


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


@dataclass(frozen=True, slots=True)
class Written:
    """What `write` did: the paths it wrote and removed, and how many files it left alone."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def digest(text: str) -> str:
    """`sha256:` and the hexadecimal digest of a text in UTF-8."""
    return "sha256:" + sha256(text.encode(errors="surrogateescape")).hexdigest()


def manifest(files: Mapping[str, str], more: Mapping[str, object]) -> str:
    """The text of the manifest of these files (path -> text); `more` are its other keys, `inputs` among them."""
    listed = {path: digest(text) for path, text in Tree(files).items() if path != MANIFEST}
    return json.dumps({**more, "files": listed}, indent=2, sort_keys=True) + "\n"


def manifest_files(text: str) -> dict[str, str]:
    """The files that a manifest lists: path -> digest, without paths that no `Tree` has.

    Raises ValueError if the text is not a manifest.
    """
    return {path: recorded for path, recorded in _section(text, "files").items() if plain(path) and path != MANIFEST}


def read(root: Path, wanted: Iterable[str] = ()) -> Disk:
    """What an output folder holds of the files its manifest lists and of the `wanted` paths.

    A replacement that a crash interrupted is finished first. Raises OSError for what cannot be read.
    """
    with alone(root):
        return _read(root, wanted)


def _read(root: Path, wanted: Iterable[str]) -> Disk:
    recover(root)
    text = _text(root / MANIFEST)
    recorded = {} if text is None else _recorded(root, text)
    likely: Mapping[str, str] = wanted if isinstance(wanted, Tree) else {}
    found = {path: _text(root / path, likely.get(path)) for path in sorted({MANIFEST, *recorded, *wanted})}
    texts = {path: content for path, content in found.items() if content is not None}
    return Disk(texts, recorded, foreign=MANIFEST not in recorded and _occupied(root))


def compare(wanted: Tree, disk: Disk) -> tuple[Drift, ...]:
    """How the files on disk differ from the wanted ones, sorted by path; nothing if they do not."""
    paths = sorted({*wanted, *disk.recorded})
    drifts = (_drift(path, wanted.get(path), disk.texts.get(path), disk.recorded.get(path)) for path in paths)
    return tuple(drift for drift in drifts if drift is not None)


def changed_inputs(wanted: Tree, disk: Disk) -> tuple[str, ...]:
    """The names of the inputs that are not those the output on disk was generated from: why there is drift."""
    now, then = (_inputs(files.get(MANIFEST, "")) for files in (wanted, disk.texts))
    return tuple(sorted(name for name in {*now, *then} if now.get(name) != then.get(name)))


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


def write(wanted: Tree, root: Path, force: bool = False) -> Written:
    """Make an output folder hold exactly the wanted files, besides those that are none of ours.

    A file is overwritten or removed only if it is as it was generated, or with `force`; files that are right already
    are not touched. A crash leaves each file wholly old or wholly new, and the next `read` or `write` finishes the
    work; processes that write the same output do so in turn. Raises Refusal (a run at fault) for hand edits and
    foreign files, and whatever `force` says for a folder that stands where a file should, or a symbolic link that
    leads outside; raises OSError if the disk does.
    """
    root.mkdir(parents=True, exist_ok=True)
    with alone(root):
        return _write(wanted, root, force)


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
        replace(root, new, (), last=MANIFEST)
        return new


def _write(wanted: Tree, root: Path, force: bool) -> Written:
    disk = _read(root, wanted)
    _refuse(_links(root, {*wanted, *disk.recorded}))
    if not force:
        _refuse(_overwritten(wanted, disk, root))
    new = {path: text for path, text in wanted.items() if disk.texts.get(path) != text}
    gone = {path for path in disk.recorded if path not in wanted and path in disk.texts}
    _refuse(_obstacles(root, new, gone))
    replace(root, new, gone, last=MANIFEST)
    return Written(tuple(new), tuple(sorted(gone)), len(wanted) - len(new))


# --- paths and manifests ----------------------------------------------------------------------------------------------


def _refuse_paths(paths: Iterable[str]) -> None:
    names: dict[str, str] = {}
    for path in paths:
        if not plain(path):
            raise ValueError(f"not a plain relative path: {path!r}")
        other = names.setdefault(_name(path), path)
        if other != path:
            raise ValueError(f"some file systems take these for one path: {other!r} and {path!r}")
    for name, path in names.items():
        if above := next((folder for folder in ancestors(name) if folder in names), None):
            raise ValueError(f"{path!r} is below {names[above]!r}, which is a file")


def _name(path: str) -> str:
    """What a path is to a file system that ignores case and the spelling of accents."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _section(text: str, key: str) -> dict[str, str]:
    """A mapping of text to text in a manifest; raises ValueError if there is none."""
    content: object = json.loads(text)
    section = cast("dict[str, object]", content).get(key) if isinstance(content, dict) else None
    if not isinstance(section, dict):
        raise ValueError(f"a manifest without {key}")
    return {name: str(value) for name, value in cast("dict[str, object]", section).items()}


def _inputs(text: str) -> dict[str, str]:
    try:
        return _section(text, "inputs")
    except ValueError:
        return {}


def _recorded(root: Path, text: str) -> dict[str, str]:
    """The digests in a manifest, its own included; none if it is not ours.

    One with merge conflicts records nothing reliable: whatever either side lists counts as it now is.
    """
    if not _CONFLICT.search(text):
        files = _listed(text)
        return {} if files is None else {**files, MANIFEST: digest(text)}
    listed = {path for side in _sides(text) for path in _listed(side) or ()}
    found = {path: _text(root / path) for path in (MANIFEST, *sorted(listed))}
    return {path: digest(content) for path, content in found.items() if content is not None}


def _listed(text: str) -> dict[str, str] | None:
    try:
        return manifest_files(text)
    except ValueError:
        return None


def _sides(text: str) -> tuple[str, str]:
    """The two texts that a merge could not reconcile."""
    sides: dict[str, list[str]] = {"<": [], ">": []}
    heard = "<>"
    for line in text.splitlines():
        if marker := _CONFLICT.match(line):
            heard = {"<": "<", "|": "", "=": ">", ">": "<>"}[marker[1][0]]
            continue
        for side in heard:
            sides[side].append(line)
    return "\n".join(sides["<"]), "\n".join(sides[">"])


# --- reading and comparing --------------------------------------------------------------------------------------------


def _text(path: Path, likely: str | None = None) -> str | None:
    """The text of a file with LF line ends, bytes that are no UTF-8 kept as surrogates; nothing if there is no file.

    If it is the `likely` one, then this very text: of a large output, there is no room to lose for a second one.
    """
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    if likely is not None and content == likely.encode():
        return likely
    return content.decode(errors="surrogateescape").replace("\r\n", "\n")


def _occupied(root: Path) -> bool:
    return root.is_dir() and any(entry.name not in {".git", STAGING} for entry in root.iterdir())


def _drift(path: str, wanted: str | None, found: str | None, recorded: str | None) -> Drift | None:
    if found is None:
        return None if wanted is None else Missing(path)
    if wanted is not None and _equal(path, found, wanted):
        return None
    if recorded is None:
        return Foreign(path)
    if digest(found) != recorded:
        return Edited(path, found, wanted)
    return Stale(path) if wanted is None else Changed(path, found, wanted)


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


# --- refusing ---------------------------------------------------------------------------------------------------------


def _refuse(problems: Iterable[Problem]) -> None:
    told = tuple(problems)
    if told:
        raise Refusal(told, findings=False)


def _links(root: Path, paths: Iterable[str]) -> Iterator[Problem]:
    for path in leading_outside(root, paths):
        message = f"a symbolic link takes {path} out of the output folder"
        yield error("output-escapes", message, Location((root / path).as_posix()), "remove the link")


def _overwritten(wanted: Tree, disk: Disk, root: Path) -> Iterator[Problem]:
    """What must not be overwritten: a folder that is not ours, or the files in ours that somebody changed."""
    if disk.foreign:
        message = f"the output folder is not empty and has no {MANIFEST}: specwright did not write what is in it"
        remedy = "choose another folder, or use --force: it overwrites the files that stand in the way, and no other"
        yield error("output-foreign", message, Location(root.as_posix()), remedy)
        return
    for drift in compare(wanted, disk):
        if isinstance(drift, Edited | Foreign):
            yield explain(drift, root)


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
