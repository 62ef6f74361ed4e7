"""How drift is shown: every file with the reason, then what differs in it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from specwright.cli.excerpt import escaped
from specwright.tree import MANIFEST, Changed, Drift, Edited, Foreign, Missing, Stale

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


def drift_text(name: str, output: str, drifts: Sequence[Drift], inputs: Sequence[str]) -> str:
    """What is wrong with the output of a target and why, the differences last; `inputs` are those that changed."""
    parts = [f"{name}: {escaped(output)} is not what would be generated", *_kinds(drifts), _reason(drifts, inputs)]
    return "\n\n".join([*filter(None, parts), *_differences(output, drifts)])


def summary(drifts: Sequence[Drift]) -> str:
    """`3 files differ: 2 out of date, 1 missing`."""
    counts = [(sum(isinstance(drift, kind) for drift in drifts), heading) for kind, heading in _HEADINGS]
    told = ", ".join(f"{count} {heading.partition(':')[0]}" for count, heading in counts if count)
    return f"{len(drifts)} {'file differs' if len(drifts) == 1 else 'files differ'}: {told}"


def _kinds(drifts: Sequence[Drift]) -> Iterator[str]:
    for kind, heading in _HEADINGS:
        paths = [drift.path for drift in drifts if isinstance(drift, kind)]
        if paths:
            yield "\n".join([heading, *(f"  {escaped(path)}" for path in paths)])


def _reason(drifts: Iterable[Drift], inputs: Sequence[str]) -> str:
    """Why an output is out of date: its inputs are not those it was made from, or the generator is another."""
    if inputs:
        return "\n".join(["changed since it was generated:", *(f"  {escaped(name)}" for name in inputs)])
    if any(isinstance(drift, Changed | Stale) for drift in drifts):
        return "its inputs are those it was generated from: the options, the templates or specwright are others"
    return ""


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
        lines = _difference(f"{output}/{drift.path}", drift.found, drift.wanted or "", min(left, _LINES_A_FILE))
        left -= len(lines)
        yield "\n".join(lines)


def _difference(file: str, found: str, wanted: str, limit: int) -> list[str]:
    """A unified diff from what is on disk to what would be generated, of at most so many lines."""
    old, new = found.splitlines(), wanted.splitlines()
    if max(len(old), len(new)) > _LONGEST_FILE:
        return [f"{escaped(file)}: too long to compare line by line"]
    labels = f"{file} (on disk)", f"{file} (generated)"
    lines = [_line(line) for line in islice(difflib.unified_diff(old, new, *labels, lineterm=""), limit + 1)]
    return lines if len(lines) <= limit else [*lines[:limit], "... and more in this file"]


def _line(line: str) -> str:
    return escaped(line if len(line) <= _LONGEST_LINE else line[:_LONGEST_LINE] + "...")
