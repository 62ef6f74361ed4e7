"""What a slice of a document comes to: read and generated like a document of its own, in this process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from specwright import naming
from specwright.config import Target
from specwright.emit.project import parts
from specwright.emit.shipped import shipped
from specwright.memo import Memo
from specwright.pipeline import Reading, lists_of, package_of, version_of
from specwright.problem import Problem, Refusal
from specwright.read.bundle import bundle
from specwright.read.confine import confine, placed
from specwright.read.load import Document
from specwright.read.mend import mend
from specwright.read.normalise import normalise
from specwright.read.validate import doubts, unsaid, validate


@dataclass(frozen=True, slots=True)
class Checked:
    """A part of a document as it is meant, and what there is to say of it; there is no error in it."""

    document: Document
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of a document comes to.

    `texts` are its files before they are formatted, but for those that are made of what all parts contribute, and for
    the document's own; `lists` what the manifest says of it, `owners` the places of the schemas that the models of
    these files are of, `decisions` what had to be decided.
    """

    texts: Mapping[str, str]
    contributed: tuple[object, ...]
    lists: Mapping[str, Any]
    owners: Mapping[str, str]
    decisions: tuple[Problem, ...]


def check(document: Document, root: Path) -> Checked | None:
    """A part of a document, if nothing is wrong with it, and it is in one piece."""
    if bundle(document, root).document is not document:
        return None
    meant, mended = mend(document)
    judged = Document(meant.file, meant.value)
    try:
        validated = validate(judged)
        confined = confine(meant, validated.problems)
    except Refusal:
        return None
    if not validated.sound or confined.left_out:
        return None
    doubtful = unsaid(doubts(judged), validated.problems)
    return Checked(meant, (*mended, *confined.problems, *(placed(doubt, meant) for doubt in doubtful)))


def part(document: Document, target: Target, known: Memo) -> Part:
    """What a part of a document that is fine comes to."""
    meant, _ = mend(document)
    api, decisions = normalise(meant)
    reading = Reading(api, meant, {}, (), ())
    package = package_of(reading, target)
    texts, contributed = parts(api, package, version_of(reading, target), [shipped()], known)
    owners = {
        f"src/{package}/models/{naming.module_name(named.name)}.py": named.location.pointer for named in api.schemas
    }
    return Part(texts, contributed, lists_of(reading, package), owners, decisions)
