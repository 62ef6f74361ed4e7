"""Events -> a proof: what of an API is proved, what is waived, and what does not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from specwright.verify.project import Project
from specwright.verify.workers import Event


class Kind(StrEnum):
    """What a subject of the proof is."""

    OPERATION = "operation"
    SCHEMA = "schema"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True)
class Held:
    """What became of one property of a subject. `why` is empty if it holds; it was `reached` unless time ran out."""

    property: str
    examples: int
    why: str = ""
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Failure:
    """A test that failed: what went wrong, the smallest payload that shows it, and a script that shows it again."""

    subject: str
    property: str
    test: str
    message: str
    payload: str
    script: str


@dataclass(frozen=True, slots=True)
class Subject:
    """An operation, a schema or a webhook, with its properties.

    Of the promises that its schemas make keyword by keyword, so many were `exercised`; the others are `missing`.
    """

    kind: Kind
    name: str
    properties: tuple[Held, ...]
    waived: tuple[str, ...]
    exercised: int
    promised: int
    missing: tuple[str, ...]
    seconds: float

    @property
    def proved(self) -> bool:
        """Whether every property holds; one without any has to be waived."""
        return all(not held.why for held in self.properties) and bool(self.properties or self.waived)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found out of a project; `narrowed` if only a part of it was asked for, which is all that is in it."""

    project: Project
    narrowed: bool
    subjects: tuple[Subject, ...]
    failures: tuple[Failure, ...]
    waived: tuple[tuple[str, str], ...]

    def of(self, kind: Kind) -> tuple[Subject, ...]:
        return tuple(subject for subject in self.subjects if subject.kind is kind)

    @property
    def keywords(self) -> tuple[int, int]:
        """How many promises of all schemas were exercised, and how many there are."""
        return sum(each.exercised for each in self.subjects), sum(each.promised for each in self.subjects)

    @property
    def whole(self) -> bool:
        """Whether there was time for everything."""
        return all(held.reached for subject in self.subjects for held in subject.properties)

    @property
    def holds(self) -> bool:
        """Whether everything is proved or waived, and nothing has failed."""
        proved = all(subject.proved for subject in self.subjects) and not self.failures
        return proved and all(each.waived for each in self.project.absent)


def prove(project: Project, told: Iterable[Event], tell: Callable[[Subject], None], *, narrowed: bool = False) -> Proof:
    """The proof that events tell of; `tell` is called with each subject as soon as it is through."""
    tests: defaultdict[str, list[Event]] = defaultdict(list)
    subjects: list[Subject] = []
    waived: dict[str, str] = {}
    for event in told:
        if "test" in event:
            tests[event["subject"]].append(event)
        elif "case" in event:
            subject = _subject(event, tests[event["case"]])
            if subject.properties or subject.waived or not narrowed:
                subjects.append(subject)
                tell(subject)
        else:
            waived |= event["waived"]
    failures = [_failure(each) for events in tests.values() for each in events if each["failure"]]
    order = {kind: index for index, kind in enumerate(Kind)}
    subjects.sort(key=lambda subject: (order[subject.kind], subject.name))
    failures.sort(key=lambda failure: (failure.subject, failure.property, failure.test))
    return Proof(project, narrowed, tuple(subjects), tuple(failures), tuple(sorted(waived.items())))


def _subject(event: Event, tests: list[Event]) -> Subject:
    kind, _, name = event["case"].partition(" ")
    ran: dict[str, list[Event]] = {}
    for test in tests:
        ran.setdefault(test["property"], []).append(test)
    wanted = [each for each in event["wanted"] if each in ran or not event["narrowed"]]
    return Subject(
        kind=Kind(kind),
        name=name,
        properties=tuple(_held(each, event["examples"][each], ran.get(each, [])) for each in wanted),
        waived=tuple(event["waived"]),
        exercised=event["exercised"],
        promised=event["promised"],
        missing=tuple(event["missing"]),
        seconds=sum(each["seconds"] for each in tests),
    )


def _held(property: str, examples: int, tests: list[Event]) -> Held:
    failed = [each["test"] for each in tests if each["outcome"] == "failed"]
    if failed:
        return Held(property, examples, f"failed: {', '.join(dict.fromkeys(failed))}")
    if any(each["outcome"] == "unreached" for each in tests):
        return Held(property, examples, "not reached: there was no time left", reached=False)
    return Held(property, examples, "" if examples else "not exercised")


def _failure(event: Event) -> Failure:
    failure: Mapping[str, Any] = event["failure"]
    return Failure(
        event["subject"], event["property"], event["test"], failure["message"], failure["payload"], failure["script"]
    )
