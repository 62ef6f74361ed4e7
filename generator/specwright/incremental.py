"""Generating again after a small edit: what it changes in the output of two slices, it changes in the whole output.

The slices of the document before and after the edit (`read/slices.py`) are generated like documents of their own. Where
their files differ, and the files before are those of the whole, what is new takes the place of what was there; where a
file holds rows of many parts, its rows do. Whatever cannot be told in this way is for a whole run: so the
output is that of a whole run, or it is left to one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from specwright import memo, probe
from specwright.aside import aside
from specwright.config import Target
from specwright.emit.document import member_text
from specwright.emit.patch import patched
from specwright.emit.project import formatted, memo_of
from specwright.pipeline import gather
from specwright.read.keywords import tokens
from specwright.read.load import Document, load
from specwright.read.slices import Pieces, Slices, part_at, slices
from specwright.recall import recalled_pieces
from specwright.sliced import Part, check, part
from specwright.write.manifest import MANIFEST, digest

_ABOUT_NAMES = ("name-taken", "operation-id-duplicated")
_DEFINED = re.compile(r"^(?:class (\w+)|(\w+)(?:: \w+)? = )", re.MULTILINE)
_WORD = re.compile(r"\w+")
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Edit:
    """The files that are others after an edit, path -> text, the manifest among them; the digests of what the output is
    now of, and the document in pieces.
    """

    files: Mapping[str, str]
    inputs: Mapping[str, str]
    pieces: Pieces


def edited(target: Target, record: Mapping[str, Any]) -> Edit | None:
    """What an edit of a target's document makes of its output; nothing if only a whole run can tell.

    `record` is that of an earlier run whose output is there, untouched. Where two things wanted one name, no part tells
    who has it. Raises Refusal for what cannot be read.
    """
    if any(row["code"] in _ABOUT_NAMES for row in record["said"]["rows"]):
        return None
    document, inputs = _read(target, record)
    before = recalled_pieces(str(target.root), record["inputs"])
    found = slices(before, document) if before and document else None
    if found is None:
        return None
    output = target.root / target.output
    with aside(partial(_emitted, target, output, found)) as emitted:
        was, now = (check(Document(target.spec, value), target.root) for value in (found.before, found.after))
        if was is None or now is None or was.problems != now.problems:
            return None
        try:
            own = _document(output, record, found.touched, was.document, now.document)
            files = {**own, **_told(emitted())}
            files[MANIFEST] = _manifest(output, record, files, inputs)
        except _Untold:
            return None
    return Edit(files, inputs, found.pieces)


def _read(target: Target, record: Mapping[str, Any]) -> tuple[Document | None, dict[str, str]]:
    """The document as it is now, if it is made of the same files, and their digests.

    Of one file without overlays the slices tell whether it has come to refer to others.
    """
    names, root = list(record["inputs"]), target.root
    inputs = {name: probe.input_digest(str(root / name)) or "" for name in names}
    if names == [target.spec]:
        return load(root / target.spec, target.spec), inputs
    gathered = gather(target.spec, target.overlays, root)
    same = gathered.sound and sorted(gathered.inputs) == sorted(names)
    return gathered.document if same else None, inputs


class _Untold(Exception):
    """What becomes of a file cannot be told from the slices."""


def _emitted(target: Target, output: Path, found: Slices) -> dict[str, str] | None:
    """The files of the parts that are others now, path -> text; nothing if they cannot be told."""
    known = memo_of(memo.name(str(target.root), target.output))
    before, after = (part(Document(target.spec, value), target, known) for value in (found.before, found.after))
    try:
        if not _alike(before, after) or not _as_listed(output, before):
            return None
        return dict(_changed(output, found, before, after, known))
    except _Untold:
        return None


def _alike(before: Part, after: Part) -> bool:
    """Whether two slices say the same of the document as a whole."""
    return (
        before.owners == after.owners
        and before.lists == after.lists
        and before.decisions == after.decisions
        and before.contributed == after.contributed
        and before.texts.keys() == after.texts.keys()
    )


def _as_listed(output: Path, part: Part) -> bool:
    """Whether the operations and components of a slice are called as they are in the whole, and go the same ways.

    What is inline is called after what it is in, and seen by the names that its module defines.
    """
    manifest = json.loads(_text(output, MANIFEST))
    operations = {(row["method"], row["path"]): row for row in manifest["operations"]}
    components = {place: name for place, name in part.lists["schemas"].items() if place.startswith("#")}
    named = all(operations.get((row["method"], row["path"])) == row for row in part.lists["operations"])
    return named and all(manifest["schemas"].get(place) == name for place, name in components.items())


def _changed(output: Path, found: Slices, before: Part, after: Part, known: memo.Memo) -> Iterator[tuple[str, str]]:
    """The files that are others now, each with its text. Raises _Untold."""
    mentioned: set[str] = set()
    for path, old in before.texts.items():
        new, owner = after.texts[path], before.owners.get(path)
        if old == new:
            continue
        if (owner is not None and part_at(owner) not in found.touched) or path.split("/")[2:] == ["webhooks.py"]:
            raise _Untold
        whole, was, now = _text(output, path), formatted(known, path, old), formatted(known, path, new)
        mentioned |= set(_WORD.findall(now)) - set(_WORD.findall(was))
        if owner is not None and whole != was:
            raise _Untold
        yield path, now if owner is not None or whole == was else _told(patched(whole, was, now))
    _compare(output, found, before, known, mentioned)


def _compare(output: Path, found: Slices, before: Part, known: memo.Memo, mentioned: Collection[str]) -> None:
    """See that the slice shows its models as the whole does, so that the whole knows nothing else of them.

    Of those that the edit does not touch there may be, such as that they are sent elsewhere, as long as they have their
    names, and nothing is newly said of them. Raises _Untold.
    """
    for path, owner in before.owners.items():
        whole, was = _text(output, path), formatted(known, path, before.texts[path])
        if whole != was:
            free = found.moored and part_at(owner) not in found.touched
            if not free or not _defined(was) <= _defined(whole) or not _defined(whole).isdisjoint(mentioned):
                raise _Untold


def _defined(module: str) -> set[str]:
    """The names of the classes and types in a module."""
    return {found[1] or found[2] for found in _DEFINED.finditer(module)}


def _told(found: _Found | None) -> _Found:
    if found is None:
        raise _Untold
    return found


def _document(
    output: Path, record: Mapping[str, Any], touched: Iterable[str], before: Document, after: Document
) -> dict[str, str]:
    """The document in the output, if any of the parts in it is another now. Raises _Untold."""
    path = next(path for path in record["files"] if path.endswith("/testing/openapi.json"))
    whole = text = _text(output, path)
    for steps in map(tokens, sorted(touched)):
        old, new = (member_text(steps, _value(each.value, steps)) for each in (before, after))
        text = text if old == new else _once(text, old, new)
    return {} if text == whole else {path: text}


def _value(document: Mapping[str, Any], steps: Iterable[str]) -> object:
    value: Any = document
    for step in steps:
        if step not in value:  # a mend has given it another name
            raise _Untold
        value = value[step]
    return value


def _manifest(output: Path, record: Mapping[str, Any], files: Mapping[str, str], inputs: Mapping[str, str]) -> str:
    """The manifest with the digests that are others now."""
    text = _text(output, MANIFEST)
    rows = [(name, record["inputs"][name], new) for name, new in inputs.items()]
    rows += [(path, _told(record["files"].get(path))[-1], digest(content)) for path, content in files.items()]
    for name, old, new in rows:
        text = _once(text, *(f"{json.dumps(name)}: {json.dumps(each)}" for each in (old, new)))
    return text


def _once(whole: str, before: str, after: str) -> str:
    """The text with something replaced that is in it once."""
    if whole.count(before) != 1:
        raise _Untold
    return whole.replace(before, after)


def _text(output: Path, path: str) -> str:
    try:
        return (output / path).read_text("utf-8")
    except (OSError, ValueError):
        raise _Untold from None
