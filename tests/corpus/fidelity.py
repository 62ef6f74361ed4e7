"""Payloads drawn from the schemas of a generated package, valid ones and broken ones, and what its models make of them.

The strategies and the judge are the package's own `testing`; nothing stops at the first failure, for they are counted.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from types import FrameType
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from pydantic import ValidationError

_SCHEMAS = int(os.environ.get("CORPUS_SCHEMAS", "50"))
_PAYLOADS = int(os.environ.get("CORPUS_PAYLOADS", "30"))
_SECONDS = 20
_KEPT = 12


class TimeUp(BaseException):
    """A schema took too long; no `except Exception` on the way may catch it."""


@dataclass
class Findings:
    """How many payloads ended how, and the first faults of each kind."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[dict[str, str]] = field(default_factory=list)

    def add(self, kind: str, where: str, what: str, payload: object = None) -> None:
        """Count a fault, and keep it if there are not many of its kind."""
        self.counts[kind] += 1
        if sum(fault["kind"] == kind for fault in self.faults) < _KEPT:
            self.faults.append({"kind": kind, "where": where, "what": what[:600], "payload": repr(payload)[:600]})


def faithful(package: str) -> dict[str, Any]:
    """What the models of a package make of payloads that are valid and of payloads that are not."""
    findings = Findings()
    cases = _chosen(import_module(f"{package}.testing.cases"))
    for where, case in cases:
        _held(findings, package, where, case)
    return {"schemas": len(cases), **findings.counts, "faults": findings.faults}


def _chosen(cases: Any) -> list[tuple[str, Any]]:
    """Components spread over all of them; bodies and answers where there are not enough."""
    components = [(case.name, case) for case in cases.SCHEMAS if case.pointer]
    parts = [
        (f"{case} {getattr(part, 'status', 'body')}", part)
        for case in cases.OPERATIONS
        for part in (*case.bodies, *case.responses)
        if part.json and part.pointer
    ]
    chosen = list(_spread(components, _SCHEMAS))
    return [*chosen, *_spread(parts, _SCHEMAS - len(chosen))]


def _spread(rows: Sequence[tuple[str, Any]], limit: int) -> Iterator[tuple[str, Any]]:
    """At most so many rows, at equal distances."""
    if len(rows) <= limit:
        yield from rows
    else:
        yield from (rows[index * len(rows) // limit] for index in range(limit))


def _held(findings: Findings, package: str, where: str, case: Any) -> None:
    """Hold one schema to its payloads, for a while."""
    signal.signal(signal.SIGALRM, _time_up)
    signal.alarm(_SECONDS)
    try:
        _drawn(findings, package, where, case)
    except TimeUp:
        findings.add("slow", where, f"took longer than {_SECONDS} seconds")
    except Unsatisfiable:
        findings.add("empty", where, "nothing can be drawn")
    except Exception as fault:
        findings.add("crashed", where, f"{type(fault).__name__}: {fault}")
    finally:
        signal.alarm(0)


def _time_up(signal: int, frame: FrameType | None) -> None:
    raise TimeUp


def _drawn(findings: Findings, package: str, where: str, case: Any) -> None:
    testing = f"{package}._runtime.testing"
    codec, mutated = import_module(f"{testing}.codec").codec, import_module(f"{testing}.mutate").mutated
    oracle = import_module(f"{package}.testing.document").oracle()
    judge = oracle.validator(case.pointer, getattr(case, "direction", None))
    model, payloads = Held(codec(case.type), testing), case.strategy()

    @settings(
        max_examples=_PAYLOADS,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(payloads, mutated(payloads))
    def example(payload: Any, broken: Any) -> None:
        _judged(findings, where, model, payload, judge.explain(payload), drawn=True)
        _judged(findings, where, model, broken, judge.explain(broken), drawn=False)

    example()


def _judged(findings: Findings, where: str, model: Held, payload: Any, complaint: str, *, drawn: bool) -> None:
    """Count what a model makes of one payload; `complaint` is the judge's, empty if it has none."""
    findings.counts["invalid" if complaint else "valid"] += 1
    if complaint and drawn:
        findings.add("misdrawn", where, complaint, payload)
    kind, what = model.fate(payload)
    match kind, bool(complaint):
        case ("crashed", _) | ("rejected" | "lost" | "respelled", False):
            findings.add(kind, where, what, payload)
        case ("rejected", True) | ("carried", False):
            pass
        case _:
            findings.add("accepted", where, complaint, payload)


class Held:
    """A model that is held to payloads."""

    def __init__(self, adapter: Any, testing: str) -> None:
        self._adapter = adapter
        self._json = import_module(f"{testing}.json")
        self._difference = import_module(f"{testing}.equality").difference

    def fate(self, payload: Any) -> tuple[str, str]:
        """What becomes of a payload: `carried`, `rejected`, `lost`, `respelled` or `crashed`, and how."""
        try:
            value = self._adapter.validate_json(self._json.encode(payload))
            difference = self._difference(payload, self._json.decode(self._adapter.dump_json(value)))
        except ValidationError as refusal:
            first = refusal.errors(include_url=False, include_input=False)[0]
            return "rejected", f"{first['type']}: {first['msg']} at {first['loc']}"
        except Exception as fault:
            return "crashed", f"{type(fault).__name__}: {fault}"
        if not difference:
            return "carried", ""
        return ("lost" if difference.endswith("is gone") else "respelled"), difference
