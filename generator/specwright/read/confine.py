"""Leaves out what is broken and no more: a defect costs the parts of the document that hold it, and what needs them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from specwright.ir import Location
from specwright.problem import Problem, Refusal, Severity, error, warning
from specwright.read.draft import Draft
from specwright.read.keywords import tokens
from specwright.read.load import Document
from specwright.read.outline import Operation, Outline
from specwright.read.parts import Parts, part_of


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the document that is not generated: an operation, or else a component, path item or webhook."""

    pointer: str
    reason: str
    waived: bool
    method: str = ""
    path: str = ""

    @property
    def title(self) -> str:
        """`GET /pets` for an operation, else a reference to the part."""
        return f"{self.method} {self.path}" if self.method else f"#{self.pointer}"


@dataclass(frozen=True, slots=True)
class Confined:
    """A document without its broken parts, what these were, and every problem at the text that a person must edit."""

    document: Document
    left_out: tuple[LeftOut, ...]
    problems: tuple[Problem, ...]


def confine(document: Document, problems: Sequence[Problem], waive: Collection[str] = ()) -> Confined:
    """The document without the parts that errors cost. The problems name places of the document as it is now.

    `waive` lists parts whose absence is accepted, by title or operationId. Raises `Refusal` for an error that is the
    document's own, and where no operation would be left.
    """
    outline = Outline(Document(document.file, document.value))
    parts = Parts(outline)
    broken = {part_of(_pointer(each)): each for each in reversed(problems) if each.severity is Severity.ERROR}
    if "" in broken:
        raise Refusal([placed(problem, document) for problem in problems], findings=True)
    reached = parts.reached(broken)
    operations = [(each, broken[reached[part]].message) for each, part in parts.operations(reached)]
    if operations and len(operations) == len(outline.operations):
        lost = _all_lost(len(operations), document)
        raise Refusal([*(placed(problem, document) for problem in problems), lost], findings=True)
    left_out = (*_operations(operations, waive), *_others(reached, broken, waive))
    eased = {part for part in broken if _accepted(part, parts, waive)}
    told = [placed(_eased(problem, eased), document) for problem in problems]
    lines = [_line(part, document) for part in left_out]
    idle = _idle(waive, [each for each, _ in operations], left_out)
    return Confined(_without(document, reached), left_out, (*told, *lines, *idle))


def _all_lost(number: int, document: Document) -> Problem:
    message = f"nothing is left to generate: {_counted(number)} something that is broken"
    return error("operations-left-out", message, document.locate("/paths"), "Mend the other errors.")


def _counted(number: int) -> str:
    return "the only operation needs" if number == 1 else f"each of the {number} operations needs"


def _operations(operations: Sequence[tuple[Operation, str]], waive: Collection[str]) -> Iterator[LeftOut]:
    for operation, reason in operations:
        waived = not _names(operation).isdisjoint(waive)
        yield LeftOut(operation.pointer, reason, waived, operation.method.upper(), operation.path)


def _names(operation: Operation) -> frozenset[str]:
    """What `waive` may call an operation."""
    return frozenset({operation.title, str(operation.value.get("operationId", operation.title))})


def _others(reached: dict[str, str], broken: dict[str, Problem], waive: Collection[str]) -> Iterator[LeftOut]:
    """The webhooks and components that are gone."""
    for part in sorted(reached):
        if not part.startswith("/paths/"):
            yield LeftOut(part, broken[reached[part]].message, f"#{part}" in waive)


def _accepted(part: str, parts: Parts, waive: Collection[str]) -> bool:
    """Whether all that an error in this part costs is waived."""
    costs = [operation for operation, _ in parts.operations(parts.reached([part]))]
    return f"#{part}" in waive or (bool(costs) and not any(_names(each).isdisjoint(waive) for each in costs))


def _eased(problem: Problem, parts: Collection[str]) -> Problem:
    """A problem of one of these parts is a warning."""
    return replace(problem, severity=Severity.WARNING) if part_of(_pointer(problem)) in parts else problem


def _line(part: LeftOut, document: Document) -> Problem:
    """That a part is left out, and why. What an operation needs is no error of its own: its cause is told as one."""
    location, message = document.locate(part.pointer), f"{part.title} is left out: {part.reason}"
    if not part.method:
        return warning("component-left-out", message, location, "Mend the cause.")
    if part.waived:
        return warning("operation-left-out", message, location, "It is waived: nothing is to be done.")
    remedy = f'Mend the cause, or accept it in the table of the target: waive = ["{part.title}"].'
    return error("operation-left-out", message, location, remedy)


def _idle(waive: Collection[str], operations: Sequence[Operation], left_out: Sequence[LeftOut]) -> Iterator[Problem]:
    """Entries of `waive` that name nothing that is left out."""
    known = {name for operation in operations for name in _names(operation)} | {part.title for part in left_out}
    for name in waive:
        if name not in known:
            message = f"`{name}` is waived, but nothing of that name is left out"
            yield warning("waive-unneeded", message, None, "Remove it from `waive`, or mend its name.")


def _without(document: Document, parts: Collection[str]) -> Document:
    """The document without these parts, the inner ones taken out first."""
    if not parts:
        return document
    draft = Draft(document)
    for part in sorted(parts, key=len, reverse=True):
        draft.remove(tuple(tokens(part)))
    return draft.document()


def placed(problem: Problem, document: Document) -> Problem:
    """The problem, which names a place of the document as it is now, at the text that a person must edit."""
    location = problem.location
    return replace(problem, location=document.locate(location.pointer)) if isinstance(location, Location) else problem


def _pointer(problem: Problem) -> str:
    return problem.location.pointer if isinstance(problem.location, Location) else ""
