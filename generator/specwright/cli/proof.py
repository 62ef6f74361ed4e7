"""How a proof is shown: a table that grows while it is made, what does not hold, and how much was proved."""

from __future__ import annotations

import json
import sys
import textwrap
import time
from collections.abc import Iterable, Iterator, Sequence

from specwright.cli.report import paint_for
from specwright.cli.terminal import say
from specwright.verify.ledger import record
from specwright.verify.project import Project
from specwright.verify.proof import Failure, Kind, Proof, Subject

COLUMNS = {
    "operation-closed-loop": "loop",
    "wire-oracle": "wire",
    "three-states": "states",
    "forward-compatible": "forward",
    "stub-refuses": "refuses",
}
_NAMED = 5
_LONGEST = 2_000
_WIDTH = 9


class Progress:
    """Tells each operation as soon as it is through."""

    def __init__(self, project: Project, *, shown: bool) -> None:
        self._started = time.monotonic()
        self._project = project
        self._shown = shown
        self._width = 0

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._started

    def tell(self, subject: Subject) -> None:
        if not self._shown or subject.kind is not Kind.OPERATION:
            return
        if self._width == 0:
            self._width = max(map(len, self._project.operations), default=0) + 2
            say(_heading(self._width), sys.stdout)
        say(_row(subject, self._width), sys.stdout)


def _heading(width: int) -> str:
    return f"{'':{width}}{''.join(f'{name:>{_WIDTH}}' for name in (*COLUMNS.values(), 'seconds'))}"


def _row(subject: Subject, width: int) -> str:
    cells = "".join(f"{cell:>{_WIDTH}}" for cell in _cells(subject))
    return f"{subject.name:{width}}{cells}{subject.seconds:{_WIDTH}.1f}"


def _cells(subject: Subject) -> Iterator[str]:
    """For each property the number of examples, `-` if there is none of it, `FAILED`, `?` if it was not reached."""
    held = {each.property: each for each in subject.properties}
    for property in COLUMNS:
        each = held.get(property)
        yield "-" if each is None else "?" if not each.reached else "FAILED" if each.why else str(each.examples)


def proof_text(proof: Proof, seconds: float) -> str:
    """What does not hold, what is waived, and how much was proved; the table has been told already."""
    paint = paint_for(sys.stdout)
    parts = [_failure_text(failure) for failure in _first(proof.failures)]
    parts += [_why(subject) for subject in proof.subjects if not subject.proved]
    parts += [f"waived: {line}" for line in _grouped(_waived(proof))]
    parts += [f"left out: {each.name}: {each.reason}" for each in proof.project.absent if not each.waived]
    parts += [f"slowest: {', '.join(_slowest(proof))}"] if proof.of(Kind.OPERATION) else []
    verdict = summary(proof, seconds)
    return "\n".join([*parts, paint(verdict, "1;32" if proof.holds else "1;31")])


def _first(failures: Iterable[Failure]) -> Iterable[Failure]:
    """One failure of each property of a subject: the others mostly repeat it."""
    return {(failure.subject, failure.property): failure for failure in reversed(list(failures))}.values()


def summary(proof: Proof, seconds: float) -> str:
    """`proved: 39 of 39 operations, 47 of 47 schemas, 13903 examples, 98.7 % of keywords, in 72.0 s`."""
    figures = record(proof)["summary"]
    assert isinstance(figures, dict)
    exercised, promised = proof.keywords
    keywords = f", {exercised / promised:.1%} of what their keywords say" if promised and not proof.narrowed else ""
    return (
        f"proved: {figures['operations_proved']} of {figures['operations']} operations, {figures['schemas_proved']} of "
        f"{figures['schemas']} schemas, by {figures['examples']} examples{keywords}, in {seconds:.1f} s"
    )


def _failure_text(failure: Failure) -> str:
    lines = [f"FAILED {failure.subject}: {failure.property}", textwrap.indent(_cut(failure.message), "  ")]
    if failure.payload:
        lines += [f"  the smallest payload that shows it: {_cut(failure.payload)}"]
    if failure.script:
        lines += ["  to see it again:", "", textwrap.indent(failure.script, "    ")]
    return "\n".join([*lines, ""])


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}... ({len(text)} characters)"


def _why(subject: Subject) -> str:
    reasons = [f"{held.property} {held.why}" for held in subject.properties if held.why]
    return f"NOT PROVED: {subject.kind} {subject.name}: {'; '.join(reasons) or 'nothing of it can be proved'}"


def _waived(proof: Proof) -> Iterator[tuple[str, str]]:
    for subject in proof.subjects:
        yield from ((subject.name, reason) for reason in subject.waived)
    yield from proof.waived
    yield from ((each.name, each.reason) for each in proof.project.absent if each.waived)


def _grouped(reasons: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A line for each reason, with the names that it is the reason for."""
    names: dict[str, list[str]] = {}
    for name, reason in reasons:
        names.setdefault(reason, []).append(name)
    for reason, those in names.items():
        more = f" and {len(those) - _NAMED} more" if len(those) > _NAMED else ""
        yield f"{', '.join(those[:_NAMED])}{more}: {reason}"


def _slowest(proof: Proof) -> list[str]:
    slowest = sorted(proof.of(Kind.OPERATION), key=lambda subject: -subject.seconds)[:_NAMED]
    return [f"{subject.name} {subject.seconds:.1f} s" for subject in slowest]


def proof_json(proof: Proof, seconds: float) -> str:
    """The ledger, and the failures with their payloads and scripts."""
    failures = [
        {name: getattr(failure, name) for name in ("subject", "property", "test", "message", "payload", "script")}
        for failure in proof.failures
    ]
    return json.dumps({**record(proof), "failures": failures}, indent=1, ensure_ascii=False)


def proof_markdown(proof: Proof, seconds: float) -> str:
    """A summary, a table of operations, and each failure with its script."""
    lines = [f"**{summary(proof, seconds)}**", ""]
    if operations := proof.of(Kind.OPERATION):
        names = ("operation", *COLUMNS)
        lines += [_table_row(names), _table_row(["---"] * len(names))]
        lines += [_table_row(_markdown_cells(subject)) for subject in operations] + [""]
    lines += [f"- {_why(subject)}" for subject in proof.subjects if not subject.proved]
    lines += [f"- waived: {line}" for line in _grouped(_waived(proof))]
    lines += [f"- left out: {each.name}: {each.reason}" for each in proof.project.absent if not each.waived]
    for failure in _first(proof.failures):
        lines += ["", f"### {failure.subject}: {failure.property}", "", _cut(failure.message), ""]
        if failure.payload:
            lines += [f"The smallest payload that shows it: `{_cut(failure.payload)}`", ""]
        if failure.script:
            lines += ["```python", failure.script, "```"]
    return "\n".join(lines)


def _markdown_cells(subject: Subject) -> list[str]:
    return [f"`{subject.name}`", *_cells(subject)]


def _table_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
