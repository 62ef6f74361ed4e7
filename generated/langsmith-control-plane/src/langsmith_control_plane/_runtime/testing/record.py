"""What was proved of what there is to prove, written down while it is.

Each property has a module of the tests, which tells what it says and is named after it.
"""

from __future__ import annotations

import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from .breaking import breakable
from .calls import Call
from .case import NO_CONTENT, Case, ResponseCase, SchemaCase
from .coverage import Coverage
from .direction import Direction
from .faults import Malformed
from .oracle import Oracle
from .webhook import WebhookCase

MODEL_ROUND_TRIP = "model-round-trip"
CLOSED_LOOP = "operation-closed-loop"
WIRE_ORACLE = "wire-oracle"
THREE_STATES = "three-states"
FORWARD_COMPATIBLE = "forward-compatible"
STUB_REFUSES = "stub-refuses"
WEBHOOKS_PARSED = "webhooks"

AnyCase: TypeAlias = "Case | SchemaCase | WebhookCase"
NAMED = 5


@dataclass(frozen=True)
class Ended:
    """A test that is over: `outcome` is `passed`, `failed`, or `unreached` for want of time."""

    case: AnyCase
    property: str
    test: str
    outcome: str
    seconds: float
    failure: Mapping[str, str] | None = None


@dataclass
class Record:
    """Counts examples, keeps how tests ended, and with a `file` writes it down, a line of JSON for each event."""

    oracle: Oracle
    operations: tuple[Case, ...] = ()
    file: Path | None = None
    narrowed: bool = False
    examples: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    ended: list[Ended] = field(default_factory=list[Ended])
    started: float = field(default_factory=time.monotonic)
    coverage: Coverage = field(init=False)

    def __post_init__(self) -> None:
        self.coverage = Coverage(self.oracle)
        for case in self.operations:
            for parameter in case.parameters:
                self.coverage.text(parameter.pointer)

    def count(self, case: AnyCase, property: str, number: int = 1) -> None:
        """So many examples held."""
        self.examples[key(case), property] += number

    def went_round(self, call: Call) -> None:
        """A call held, all of which is valid."""
        given, answer = call.given, call.answer
        for parameter in call.case.parameters:
            value = call.values.get(parameter.name)  # an absent parameter stands for null
            if parameter.pointer and self.oracle.validator(parameter.pointer).accepts(value):
                self.coverage.seen(parameter.pointer, value, valid=True)
        if given.body is not None and not isinstance(given.value, bytes):
            self.coverage.seen(given.body.pointer, given.value, valid=True)
        if answer.json and not isinstance(answer.value, bytes):
            self.coverage.seen(answer.response.pointer, answer.value, valid=True)

    def refused(self, answer: Malformed, response: ResponseCase) -> None:
        """A client has refused a malformed answer."""
        if answer.json:
            self.coverage.seen(response.pointer, answer.payload, valid=False)

    def end(self, ended: Ended) -> None:
        """A test is over."""
        self.ended.append(ended)
        self.tell(
            test=ended.test,
            subject=key(ended.case),
            property=ended.property,
            outcome=ended.outcome,
            seconds=round(ended.seconds, 3),
            examples=self.examples[key(ended.case), ended.property],
            failure=ended.failure,
        )

    def failed(self, property: str, test: str, failure: Mapping[str, str]) -> None:
        """A test that is about no case has failed."""
        self.tell(
            test=test,
            subject="the package",
            property=property,
            outcome="failed",
            seconds=0,
            examples=0,
            failure=failure,
        )

    def sum_up(self, case: AnyCase) -> None:
        """Write down what became of a case."""
        exercised, promised, missing = self.keywords(case)
        self.tell(
            case=key(case),
            narrowed=self.narrowed,
            wanted=list(self.wanted(case)),
            examples={property: self.examples[key(case), property] for property in self.wanted(case)},
            waived=list(case.waived()) if isinstance(case, Case) else [],
            exercised=exercised,
            promised=promised,
            missing=missing,
        )

    def tell(self, **event: object) -> None:
        """Write an event down."""
        if self.file is not None:
            with self.file.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(event) + "\n")

    def wanted(self, case: AnyCase) -> Iterator[str]:
        """The properties that there are of a case."""
        match case:
            case SchemaCase():
                yield MODEL_ROUND_TRIP
            case WebhookCase():
                yield WEBHOOKS_PARSED
            case Case() if case.provable():
                yield from (CLOSED_LOOP, WIRE_ORACLE)
                if any(body.optional and body.json for body in case.bodies):
                    yield THREE_STATES
                if any(_answers_json(case, response) for response in case.responses):
                    yield FORWARD_COMPATIBLE
                if breakable(self.oracle, case):
                    yield STUB_REFUSES
            case Case():
                return

    def keywords(self, case: AnyCase) -> tuple[int, int, list[str]]:
        """How many of the promises of a case's schemas were exercised, how many there are, and those that were not."""
        counts = [(*self.coverage.count(*subject), subject) for subject in subjects(case)]
        missing = [f"{subject[0]}: {each}" for *_, subject in counts for each in self.coverage.missing(*subject)]
        return sum(count[0] for count in counts), sum(count[1] for count in counts), missing

    # --- what it comes to ---------------------------------------------------------------------------------------------

    def unproved(self, cases: Iterable[AnyCase]) -> Iterator[tuple[str, str]]:
        """The cases that are not proved, each with the reason."""
        failed: defaultdict[str, list[str]] = defaultdict(list)
        for ended in self.ended:
            if ended.outcome != "passed":
                failed[key(ended.case)].append(f"{ended.property} ({ended.test})")
        for case in cases:
            missing = [property for property in self.wanted(case) if not self.examples[key(case), property]]
            if key(case) in failed:
                yield key(case), f"failed: {', '.join(dict.fromkeys(failed[key(case)]))}"
            elif missing:
                yield key(case), f"not exercised: {', '.join(missing)}"

    def report(
        self, operations: Iterable[Case], schemas: Iterable[AnyCase], left_out: Mapping[str, str], *, whole: bool
    ) -> Iterator[str]:
        """The lines of a summary: what is waived and not proved, and how much was proved.

        `left_out` are the operations for which nothing was generated, with the reasons. Unless the `whole` suite ran,
        nothing is told of what was not exercised.
        """
        operations, schemas = tuple(operations), tuple(schemas)
        unproved = dict(self.unproved([*operations, *schemas]))
        if whole:
            waived = [(str(case), reason) for case in operations for reason in case.waived()]
            yield from _waived([*waived, *left_out.items()])
        failed = {key(ended.case) for ended in self.ended if ended.outcome != "passed"}
        told = [(name, reason) for name, reason in unproved.items() if whole or name in failed]
        yield from (f"NOT PROVED: {name}: {reason}" for name, reason in told)
        proved = [sum(key(case) not in unproved for case in cases) for cases in (operations, schemas)]
        yield (
            f"proved: {proved[0]} of {len(operations) + len(left_out)} operations, {proved[1]} of {len(schemas)} "
            f"schemas, {self.examples.total()} examples in {time.monotonic() - self.started:.1f} s"
        )


def _waived(reasons: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A line for each reason, with the names of the operations."""
    names: dict[str, list[str]] = {}
    for name, reason in reasons:
        names.setdefault(reason, []).append(name)
    for reason, those in names.items():
        more = f" and {len(those) - NAMED} more" if len(those) > NAMED else ""
        yield f"waived: {', '.join(those[:NAMED])}{more}: {reason}"


def _answers_json(case: Case, response: ResponseCase) -> bool:
    return response.json and 200 <= case.code(response) < 300 and case.code(response) not in NO_CONTENT


def subjects(case: AnyCase) -> Iterator[tuple[str, Direction | None]]:
    """The schemas that a case has payloads of, by pointer and direction; components have cases of their own."""
    match case:
        case SchemaCase():
            if case.pointer:
                yield case.pointer, case.direction
        case WebhookCase(pointer=pointer):
            yield pointer, None
        case Case():
            pointers = [part.pointer for part in case.parameters]
            pointers += [part.pointer for part in case.bodies]
            pointers += [part.pointer for part in case.responses]
            yield from ((pointer, None) for pointer in pointers if pointer)


def key(case: AnyCase) -> str:
    """`operation pets.get_pet`, `schema Pet` or `webhook pet_sold`."""
    kind = {Case: "operation", SchemaCase: "schema", WebhookCase: "webhook"}[type(case)]
    return f"{kind} {case}"
