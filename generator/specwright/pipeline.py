"""The table of contents: document -> bundle -> validate -> normalise -> `Api` -> models, client and tests -> files."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from specwright import ir, memo, naming, probe
from specwright.aside import aside
from specwright.config import Target
from specwright.emit.document import document_text
from specwright.emit.imports import NAMES as BORROWED
from specwright.emit.project import project
from specwright.emit.shipped import shipped
from specwright.problem import Problem, Refusal
from specwright.read.bundle import bundle
from specwright.read.confine import LeftOut, confine, placed
from specwright.read.load import Document, load
from specwright.read.mend import mend
from specwright.read.normalise import normalise
from specwright.read.slices import part_at, pieces
from specwright.read.validate import doubts, unsaid, validate
from specwright.recall import keep, keep_pieces, recalled
from specwright.write.manifest import MANIFEST, digest, manifest

_PEP_440 = re.compile(r"\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """An API and where it came from: the document it was read from, and the digest of every file.

    The document is the user's after overlays and mends, without what was left out.
    """

    api: ir.Api
    document: Document
    inputs: Mapping[str, str]
    left_out: tuple[LeftOut, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Build:
    """Path and text of every file of an output, once, as they are made; what has to be said of the document, how much
    there is, and the digests of what it is of.
    """

    files: Iterator[tuple[str, str]]
    told: Callable[[], tuple[Problem, ...]]
    operations: int
    left_out: int
    schemas: int
    inputs: Mapping[str, str]


@contextmanager
def building(target: Target, *, cached: bool = False) -> Generator[Build]:
    """The output of a target; nothing is written but what may be `cached`. Raises Refusal, also while files come."""
    source = (target.spec, target.overlays, target.root, target.waive)
    with _reading(*source, walked=True, cached=cached) as (reading, told):
        absent = sum(1 for part in reading.left_out if part.method)
        counted = len(reading.api.operations), absent, len(reading.api.schemas)
        with closing(emit(reading, target, cached=cached)) as files:
            yield Build(files, told, *counted, reading.inputs)


def examine(spec: str, overlays: tuple[str, ...], root: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with a document. Raises Refusal if nothing can be generated from it."""
    return read(spec, overlays, root).problems


def read(
    spec: str, overlays: tuple[str, ...], root: Path, waive: tuple[str, ...] = (), *, walked: bool = True
) -> Reading:
    """The API that a document with its overlays describes, without the parts that are broken.

    What is not `walked` may lack warnings.

    Raises Refusal for a document that is broken as a whole.
    """
    with _reading(spec, overlays, root, waive, walked=walked, cached=False) as (reading, told):
        return replace(reading, problems=told())


@dataclass(frozen=True, slots=True)
class Gathered:
    """A document made one of all its files, its overlays applied: the names of these `inputs`, and what went wrong:
    references that could not be followed, and actions of overlays without effect.
    """

    document: Document
    inputs: tuple[str, ...]
    scattered: tuple[Problem, ...]
    unmatched: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing went wrong."""
        return not self.scattered and not self.unmatched


def gather(spec: str, overlays: tuple[str, ...], root: Path) -> Gathered:
    """The document that is generated from. Raises Refusal."""
    whole = bundle(load(root / spec, spec), root)
    document, unmatched = whole.document, tuple[Problem, ...]()
    if overlays:
        from specwright.read.overlay import overlay  # what evaluates them takes a while to load

        document, unmatched = overlay(document, [load(root / name, name) for name in overlays])
    return Gathered(document, (spec, *whole.files, *overlays), whole.problems, unmatched)


@contextmanager
def _reading(
    spec: str, overlays: tuple[str, ...], root: Path, waive: tuple[str, ...], *, walked: bool, cached: bool
) -> Generator[tuple[Reading, Callable[[], tuple[Problem, ...]]]]:
    """A reading without its problems, and these, some of which are still being looked for."""
    gathered = gather(spec, overlays, root)
    document, mended = mend(gathered.document)
    judged = Document(document.file, document.value)
    inputs = {name: _input(root / name) for name in gathered.inputs}
    with _doubts(judged, str(root), inputs, cached) if walked else nullcontext(tuple) as doubted:
        try:
            validated = validate(judged)
            confined = confine(document, validated.problems, waive)
        except Refusal as refusal:
            problems = _told(gathered.scattered, refusal.problems)
            raise Refusal((*gathered.unmatched, *mended, *problems), findings=True) from None
        api, decisions = normalise(confined.document)

        def told() -> tuple[Problem, ...]:
            doubtful = unsaid(doubted(), validated.problems) if validated.sound else ()
            found = (*confined.problems, *(placed(doubt, document) for doubt in doubtful))
            return (*gathered.unmatched, *mended, *_told(gathered.scattered, found), *decisions)

        whole = gathered.sound and not confined.left_out
        if cached and whole and (known := pieces(gathered.document, _leading(api))):
            keep_pieces(str(root), inputs, known)
        yield Reading(api, confined.document, inputs, confined.left_out, ()), told


def _leading(api: ir.Api) -> list[str]:
    """The parts whose models decide what others are written with: they have the names of what these import or make."""
    named = {each.name: part_at(each.location.pointer) for each in api.schemas}
    return sorted({part for name, part in named.items() if "dict" in name.lower() or BORROWED & {name, f"{name}Dict"}})


@contextmanager
def _doubts(
    document: Document, root: str, inputs: Mapping[str, str], cached: bool
) -> Generator[Callable[[], tuple[Problem, ...]]]:
    """What gives the doubts about a document: those of an earlier run, or what is found aside."""
    if cached and (known := recalled(root, inputs)) is not None:
        yield lambda: known
        return
    with aside(partial(doubts, document)) as found:

        def kept() -> tuple[Problem, ...]:
            doubtful = found()
            if cached:
                keep(root, inputs, doubtful)
            return doubtful

        yield kept


def _told(scattered: Sequence[Problem], problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems of a document in one piece; of a reference out of it, what was found out when it was followed."""
    followed = {problem.location: problem for problem in scattered}
    for problem in problems:
        found = followed.pop(problem.location, None) if problem.code.startswith("reference-") else None
        yield replace(found, severity=problem.severity) if found else problem
    yield from followed.values()


def emit(reading: Reading, target: Target, *, cached: bool = False) -> Generator[tuple[str, str]]:
    """Every file of the output as it is made, with LF line ends; the manifest comes last."""
    package, version = package_of(reading, target), version_of(reading, target)
    folders = [target.root / target.templates] if target.templates else []
    known = memo.name(str(target.root), target.output) if cached else ""

    def document() -> dict[str, str]:
        return {f"src/{package}/testing/openapi.json": document_text(reading.document.value)}

    digests = dict[str, str]()
    for path, text in project(reading.api, package, version, [*folders, shipped()], memo=known, others=document):
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        digests[path] = digest(lines)
        yield path, lines
    yield MANIFEST, manifest(digests, lists_of(reading, package))


def package_of(reading: Reading, target: Target) -> str:
    """The name that the package of a target is imported by."""
    return target.package or naming.package_name(reading.api.title)


def version_of(reading: Reading, target: Target) -> str:
    return target.version or (reading.api.version if _PEP_440.fullmatch(reading.api.version) else "0.0.0")


def _input(path: Path) -> str:
    """The digest of an input. Raises OSError if it is not there any more."""
    return probe.input_digest(str(path)) or digest(path.read_text("utf-8"))


def lists_of(reading: Reading, package: str) -> dict[str, Any]:
    """What the manifest says beside the digests: the inputs, and what became of each operation and schema."""
    operations = [
        {"method": op.method, "path": op.path, "name": f"{op.tag}.{op.name}", "status": "emitted"}
        for op in reading.api.operations
    ] + [_absent(part) for part in reading.left_out if part.method]
    operations.sort(key=lambda row: (row["path"], row["method"]))
    return {"inputs": reading.inputs, "operations": operations, "schemas": _classes(reading.api, package)}


def _classes(api: ir.Api, package: str) -> dict[str, object]:
    """The place of each schema -> its class; one that is not the same both ways has `response` and `request`."""
    classes: dict[str, dict[str, str]] = {}
    for named in api.schemas:
        place = f"#{named.pointer}" if named.pointer else f"{named.location.file}#{named.location.pointer}"
        direction = named.direction or ir.Direction.RESPONSE
        classes.setdefault(place, {})[direction.value] = f"{package}.models.{named.name}"
    return {place: each if len(each) > 1 else next(iter(each.values())) for place, each in classes.items()}


def _absent(part: LeftOut) -> dict[str, str | None]:
    """The row of an operation that is not generated: `waived` if the configuration accepts it, else `left out`."""
    status = "waived" if part.waived else "left out"
    return {"method": part.method, "path": part.path, "name": None, "status": status, "reason": part.reason}
