"""How much was proved of what there is to prove, counted while it is."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .case import NO_CONTENT, Case, SchemaCase
from .webhook import WebhookCase

COLUMNS = ("sync", "async", "states", "wire")
"""The loop with either client, the three states through it, and answers and requests that break the document."""

NAMED = 5
MOST_ROWS = 100


@dataclass
class Tally:
    """What was exercised, with how many examples, and what became of it."""

    examples: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    failed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    started: float = field(default_factory=time.monotonic)

    def count(self, case: Case | SchemaCase | WebhookCase, column: str = "model", number: int = 1) -> None:
        """So many examples held."""
        self.examples[_key(case), column] += number

    def ended(self, case: Case | SchemaCase, test: str, passed: bool, seconds: float) -> None:
        """A test of this case is over."""
        self.seconds[_key(case)] += seconds
        if not passed:
            self.failed[_key(case)].append(test)

    # --- what it comes to ---------------------------------------------------------------------------------------------

    def unproved(self, operations: Iterable[Case]) -> Iterator[tuple[str, str]]:
        """The operations that are not proved, each with the reason."""
        for case in operations:
            missing = [column for column in wanted(case) if not self.examples[_key(case), column]]
            if tests := self.failed.get(_key(case)):
                yield str(case), f"failed: {', '.join(dict.fromkeys(tests))}"
            elif missing:
                yield str(case), f"not exercised: {', '.join(missing)}"

    def report(
        self,
        operations: Iterable[Case],
        schemas: Iterable[SchemaCase],
        left_out: Mapping[str, str],
        *,
        whole: bool,
        table: bool = True,
    ) -> Iterator[str]:
        """The lines of a summary: a table, what was slow, waived and not proved, and how much was proved.

        `left_out` are the operations for which nothing was generated, with the reasons. Unless the `whole` suite ran,
        only what was exercised is told. The `table` may have been told already, row by row.
        """
        operations = tuple(operations)
        exercised = [case for case in operations if self.seconds[_key(case)] or any(self._row(case))]
        if exercised:
            yield from self._table(exercised) if table else ()
            yield from self._slowest(exercised)
        if whole:
            waived = [(str(case), reason) for case in operations for reason in case.waived()]
            yield from _waived([*waived, *left_out.items()])
        unproved = dict(self.unproved(operations))
        told = [(name, reason) for name, reason in unproved.items() if whole or name in self.failed]
        yield from (f"NOT PROVED: {name}: {reason}" for name, reason in told)
        models = sum(bool(self.examples[_key(case), "model"]) and _key(case) not in self.failed for case in schemas)
        seconds = time.monotonic() - self.started
        yield (
            f"proved: {len(operations) - len(unproved)} of {len(operations) + len(left_out)} operations, "
            f"{models} schemas, {self.examples.total()} examples in {seconds:.1f} s"
        )

    def _row(self, case: Case) -> list[int]:
        return [self.examples[_key(case), column] for column in COLUMNS]

    def _table(self, cases: list[Case]) -> Iterator[str]:
        """A row for each operation, or for each tag if they are too many."""
        rows: dict[str, list[float]] = {}
        for case in cases:
            name = str(case) if len(cases) <= MOST_ROWS else case.tag
            row = [*self._row(case), self.seconds[_key(case)]]
            rows[name] = [a + b for a, b in zip(rows.get(name, [0] * len(row)), row, strict=True)]
        width = max(map(len, rows))
        yield heading(width)
        yield from (_line(name, row, width) for name, row in rows.items())

    def line(self, case: Case, width: int) -> str:
        """The row of an operation, for a table that is told while it grows."""
        return _line(str(case), [*self._row(case), self.seconds[_key(case)]], width)

    def _slowest(self, cases: list[Case]) -> Iterator[str]:
        slowest = sorted(cases, key=lambda case: -self.seconds[_key(case)])[:NAMED]
        yield f"slowest: {', '.join(f'{case} {self.seconds[_key(case)]:.1f} s' for case in slowest)}"


def heading(width: int) -> str:
    """The first line of a table whose names are that wide."""
    return f"{'':{width}}  {''.join(f'{column:>8}' for column in (*COLUMNS, 'seconds'))}"


def _line(name: str, row: list[float], width: int) -> str:
    *numbers, seconds = row
    cells = "".join(f"{number or '-':>8}" for number in map(int, numbers))
    return f"{name:{width}}  {cells}{seconds:8.1f}"


def _waived(reasons: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A line for each reason, with the names of the operations."""
    names: dict[str, list[str]] = {}
    for name, reason in reasons:
        names.setdefault(reason, []).append(name)
    for reason, those in names.items():
        more = f" and {len(those) - NAMED} more" if len(those) > NAMED else ""
        yield f"waived: {', '.join(those[:NAMED])}{more}: {reason}"


def wanted(case: Case) -> Iterator[str]:
    """The columns without which an operation is not proved."""
    yield from ("sync", "async") if case.provable() else ()
    if any(body.optional and body.json for body in case.bodies):
        yield "states"
    if any(each.json and 200 <= case.code(each) < 300 and case.code(each) not in NO_CONTENT for each in case.responses):
        yield "wire"


def _key(case: Case | SchemaCase | WebhookCase) -> str:
    match case:
        case Case():
            return str(case)
        case SchemaCase():
            return f"schema {case.name}"
        case WebhookCase():
            return f"webhook {case.name}"


TALLY = Tally()
