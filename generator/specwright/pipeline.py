"""The table of contents: document -> bundle -> validate -> normalise -> `Api` -> models, client and tests -> `Tree`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from specwright import ir, naming
from specwright.config import Target
from specwright.emit.project import project
from specwright.emit.shipped import shipped
from specwright.problem import Problem, Refusal, failed
from specwright.read.bundle import bundle
from specwright.read.load import Document, load
from specwright.read.normalise import normalise
from specwright.read.overlay import overlay
from specwright.read.validate import validate
from specwright.tree import MANIFEST, Tree, digest, manifest

_PEP_440 = re.compile(r"\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """An API and where it came from: the document after its overlays, and the digest of every file read."""

    api: ir.Api
    document: Mapping[str, Any]
    inputs: Mapping[str, str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Build:
    """Every file of an output, what had to be said on the way, and how much there is."""

    tree: Tree
    problems: tuple[Problem, ...]
    operations: int
    schemas: int


def build(target: Target) -> Build:
    """The output of a target; nothing is written. Raises Refusal."""
    reading = read(target.spec, target.overlays, target.root)
    return Build(emit(reading, target), reading.problems, len(reading.api.operations), len(reading.api.schemas))


def examine(spec: str, overlays: tuple[str, ...], root: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with a document. Raises Refusal if it cannot be read at all."""
    document, _, problems = _mended(spec, overlays, root)
    found = _judged(document, problems)
    return found if failed(found) else (*found, *normalise(document)[1])


def read(spec: str, overlays: tuple[str, ...], root: Path) -> Reading:
    """The API that a document with its overlays describes. Raises Refusal for a document with errors."""
    document, files, problems = _mended(spec, overlays, root)
    problems = _judged(document, problems)
    if failed(problems):
        raise Refusal(problems, findings=True)
    api, decisions = normalise(document)
    inputs = {name: digest(_lines((root / name).read_text("utf-8-sig"))) for name in (spec, *files, *overlays)}
    return Reading(api, document.value, inputs, (*problems, *decisions))


def emit(reading: Reading, target: Target) -> Tree:
    """Every file of the output, its manifest included."""
    package = target.package or naming.package_name(reading.api.title)
    version = target.version or (reading.api.version if _PEP_440.fullmatch(reading.api.version) else "0.0.0")
    folders = [target.root / target.templates] if target.templates else []
    files = project(reading.api, package, version, [*folders, shipped()])
    document = json.dumps(reading.document, ensure_ascii=False, indent=1) + "\n"
    files[f"src/{package}/testing/openapi.json"] = document
    return Tree({**files, MANIFEST: manifest(files, _record(reading, package))})


def _mended(spec: str, overlays: tuple[str, ...], root: Path) -> tuple[Document, tuple[str, ...], tuple[Problem, ...]]:
    """The document in one piece and mended, the other files that it is made of, and what is wrong with them all."""
    whole = bundle(load(root / spec, spec), root)
    document, problems = overlay(whole.document, [load(root / name, name) for name in overlays])
    return document, whole.files, (*whole.problems, *problems)


def _judged(document: Document, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems, and all others of a document that stand elsewhere."""
    said = {problem.location for problem in problems}
    return (*problems, *(problem for problem in validate(document) if problem.location not in said))


def _lines(text: str) -> str:
    """A text as a checkout with LF line ends has it."""
    return text.replace("\r\n", "\n")


def _record(reading: Reading, package: str) -> dict[str, object]:
    """What the manifest says beside the digests: the inputs, and what became of each operation and schema."""
    operations = [
        {"method": op.method, "path": op.path, "name": f"{op.tag}.{op.name}", "status": "emitted"}
        for op in sorted(reading.api.operations, key=lambda op: (op.path, op.method))
    ]
    schemas = {
        f"#{named.pointer}" if named.pointer else f"{named.location.file}#{named.location.pointer}": (
            f"{package}.models.{named.name}"
        )
        for named in reading.api.schemas
    }
    return {"inputs": reading.inputs, "operations": operations, "schemas": schemas}
