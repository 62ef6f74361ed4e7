"""How drift is shown: every file with the reason, then what differs in it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from specwright.cli.excerpt import escaped
from specwright.config import Target
from specwright.ir import Location
from specwright.problem import Problem, error
from specwright.write.drift import Changed, Drift, Edited, Foreign, Missing, Stale
from specwright.write.manifest import MANIFEST

_LINES_A_FILE = 60
_LINES_IN_ALL = 400
_LONGEST_LINE = 200
_LONGEST_FILE = 20_000

_HEADINGS: tuple[tuple[type[Drift], str], ...] = (
    (Edited, "edited by hand: neither what was generated nor what would be"),
    (Foreign, "in the way: specwright did not write what stands there"),
    (Changed, "out of date: something else would be generated now"),
    (Missing, "missing: would be generated"),
    (Stale, "left over: no longer generated"),
)


_INPUTS_CHANGED = "the document changed: these are not what it was generated from"
_TOOL_CHANGED = "the document is what it was generated from: the templates, the options or specwright itself changed"


def drift_text(name: str, output: str, drifts: Sequence[Drift], inputs: Sequence[str]) -> str:
    """What is wrong with the output of a target and why, the differences last; `inputs` are those that changed."""
    parts = [_heading(name, output)]
    for reason, paths in _reasons(drifts, inputs):
        parts.append("\n".join([reason, *(f"  {escaped(path)}" for path in paths)]))
    return "\n\n".join([*parts, *_differences(output, drifts)])


def drift_markdown(name: str, output: str, drifts: Sequence[Drift], inputs: Sequence[str]) -> str:
    """The same for a page: the files as lists, and the differences in fences that nothing in them closes."""
    parts = [f"### {_heading(name, output)}"]
    for reason, paths in _reasons(drifts, inputs):
        parts.append("\n".join([reason, *[""] * bool(paths), *(f"- `{escaped(path)}`" for path in paths)]))
    return "\n\n".join([*parts, *(fenced(difference, "diff") for difference in _differences(output, drifts))])


def fenced(text: str, language: str = "") -> str:
    """A text as a block of Markdown, in a fence that nothing in it closes."""
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
    return f"{fence}{language}\n{text}\n{fence}"


def summary(drifts: Sequence[Drift]) -> str:
    """`3 files differ: 2 out of date, 1 missing`."""
    counts = [(sum(isinstance(drift, kind) for drift in drifts), heading) for kind, heading in _HEADINGS]
    told = ", ".join(f"{count} {heading.partition(':')[0]}" for count, heading in counts if count)
    return f"{len(drifts)} {'file differs' if len(drifts) == 1 else 'files differ'}: {told}"


def causes(target: Target, drifts: Sequence[Drift], inputs: Sequence[str]) -> Iterator[Problem]:
    """Why the output of a target is out of date, as errors: at the inputs that changed, or else at its manifest."""
    remedy = "run `specwright generate`"
    for name in inputs if drifts else ():
        yield error("spec-changed", f"{name} is not what {target.output} was generated from", Location(name), remedy)
    if not inputs and _otherwise_generated(drifts):
        place = Location(f"{target.output}/{MANIFEST}")
        yield error("generator-changed", f"{target.output}: {_TOOL_CHANGED}", place, remedy)


def _heading(name: str, output: str) -> str:
    return f"{name}: {escaped(output)} is not what would be generated"


def _reasons(drifts: Sequence[Drift], inputs: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """What happened, in a sentence each, with the files that it happened to."""
    for kind, heading in _HEADINGS:
        if paths := [drift.path for drift in drifts if isinstance(drift, kind)]:
            yield heading, paths
    if inputs:
        yield _INPUTS_CHANGED, inputs
    elif _otherwise_generated(drifts):
        yield _TOOL_CHANGED, ()


def _otherwise_generated(drifts: Iterable[Drift]) -> bool:
    """Whether the generator makes something else than it did: files that were edited or removed say nothing of that."""
    return any(isinstance(drift, Changed | Stale) for drift in drifts)


def _differences(output: str, drifts: Sequence[Drift]) -> Iterator[str]:
    """The differences of the files; the manifest's only if it stands alone, since it follows all the others."""
    differing = [drift for drift in drifts if isinstance(drift, Changed | Edited)]
    left = _LINES_IN_ALL
    for drift in differing:
        if drift.path == MANIFEST and len(drifts) > 1:
            continue
        if left <= 0:
            yield "(the differences of further files are left out)"
            return
        lines = _difference(f"{output}/{drift.path}", drift, min(left, _LINES_A_FILE))
        left -= len(lines)
        yield "\n".join(lines)


def _difference(file: str, drift: Changed | Edited, limit: int) -> list[str]:
    """A unified diff of at most so many lines: to what would be generated, or if it was edited by hand, the edit."""
    found, wanted = (f"{file} (on disk)", drift.found), (f"{file} (generated)", drift.wanted or "")
    (old_name, old), (new_name, new) = (wanted, found) if isinstance(drift, Edited) else (found, wanted)
    before, after = old.splitlines(), new.splitlines()
    if max(len(before), len(after)) > _LONGEST_FILE:
        return [f"{escaped(file)}: too long to compare line by line"]
    diff = difflib.unified_diff(before, after, old_name, new_name, lineterm="")
    lines = [_line(line) for line in islice(diff, limit + 1)]
    return lines if len(lines) <= limit else [*lines[:limit], "... and more in this file"]


def _line(line: str) -> str:
    return escaped(line if len(line) <= _LONGEST_LINE else line[:_LONGEST_LINE] + "...")
