"""What was found, as tables: a line for each contender, one for its types, and one for each document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from tests.corpus.run import REPOSITORY
from tests.peers.found import HOW
from tests.peers.run import Limits, Outcome

Results = Mapping[str, Sequence[Outcome]]
"""By contender; each has the same documents in the same order."""

_NOTES = """\
generated: the generator ended well and left a package. imported: so does every module of it, and every name in them.
complete: imported, and no operation of the document is missing. operations: of all documents; one without a package
has none. missing: those that a package lacks; untold: those of them whose path the generator's output does not name.
s: wall time of generating, failures included; median: of those generated; the last two: of those that all generated.
MB: the largest process of any."""


def report(results: Results, absent: Mapping[str, str], limits: Limits) -> str:
    """The whole report; `absent` says of who is not there why."""
    parts = [_totals(results, absent), _types(results, limits), _documents(results), "\n".join(_faults(results))]
    return "\n\n".join(part for part in parts if part)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as they have to be."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    rule = "-|-".join("-" * width for width in widths)
    return "\n".join([lines[0], rule, *lines[1:]])


def _totals(results: Results, absent: Mapping[str, str]) -> str:
    shared = [all(each) for each in zip(*([one.generated for one in all_] for all_ in results.values()), strict=True)]
    head = ["", "generated", "imported", "complete", "operations", "missing, untold"]
    head += ["s, all", "s, median", f"s, the {sum(shared)}", f"CPU s, the {sum(shared)}", "MB, largest"]
    rows = [head, *(_total(name, outcomes, shared) for name, outcomes in results.items())]
    missed = [f"{name} is not there: {why}" for name, why in absent.items()]
    return "\n".join([table(rows), *missed, _NOTES, HOW])


def _total(name: str, outcomes: Sequence[Outcome], shared: Sequence[bool]) -> list[str]:
    every = len(outcomes)
    made = [each for each in outcomes if each.generated]
    same = [each for each, all_ in zip(outcomes, shared, strict=True) if all_]
    operations = sum(each.operations for each in made) - sum(each.missing for each in made)
    return [
        name,
        f"{len(made)} of {every}",
        f"{sum(each.imported for each in made)} of {every}",
        f"{sum(each.complete for each in made)} of {every}",
        f"{operations} of {sum(each.operations for each in outcomes)}",
        f"{sum(each.missing for each in made)}, {sum(each.silent for each in made)}",
        f"{sum(each.seconds for each in outcomes):.1f}",
        f"{median(each.seconds for each in made):.1f}" if made else "-",
        f"{sum(each.seconds for each in same):.1f}",
        f"{sum(each.processor for each in same):.1f}",
        str(max((each.peak for each in outcomes), default=0)),
    ]


def _types(results: Results, limits: Limits) -> str:
    """Empty if nothing was to be checked."""
    if not any(each.checked for outcomes in results.values() for each in outcomes):
        return ""
    rows = [["mypy --strict", "packages checked", "without error", "errors", "stopped by time"]]
    for name, outcomes in results.items():
        checked = [each.errors for each in outcomes if each.checked]
        ended = [errors for errors in checked if errors is not None]
        clean = f"{ended.count(0)} of {len(checked)}"
        rows.append([name, str(len(checked)), clean, str(sum(ended)), str(len(checked) - len(ended))])
    return f"{table(rows)}\nOnly documents of up to {limits.typed // 1000} KB are type-checked."


def _documents(results: Results) -> str:
    rows = [["document", "operations", *results]]
    for each in zip(*results.values(), strict=True):
        name = each[0].document.split("/", 1)[-1][-40:]
        rows.append([name, str(each[0].operations), *map(_cell, each)])
    return table(rows)


def _cell(outcome: Outcome) -> str:
    """`12/12 1.4 s 0 errors`."""
    if not outcome.generated:
        return f"fails {outcome.seconds:.1f} s"
    found = f"{outcome.operations - outcome.missing}/{outcome.operations}"
    broken = "" if outcome.imported else " no import"
    errors = "stopped" if outcome.errors is None else f"{outcome.errors} errors"
    return f"{found}{broken} {outcome.seconds:.1f} s" + (f" {errors}" if outcome.checked else "")


def _faults(results: Results) -> Iterator[str]:
    for name, outcomes in results.items():
        for each in outcomes:
            if each.fault:
                yield f"{name}, {each.document.split('/', 1)[-1]}: {each.fault.replace(f'{REPOSITORY}/', '')[:200]}"
