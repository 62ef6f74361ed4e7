"""What a run found: a line for each document, the worst first, totals, and the causes, grouped."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

VERDICTS = (
    "crashed",
    "late",
    "missing",
    "unimportable",
    "ill-typed",
    "unfaithful",
    "unproved",
    "refused",
    "invalid",
    "swagger",
    "fine",
)
"""From the worst to the best; those before `refused` are the tool's fault."""

FAULTS = VERDICTS[: VERDICTS.index("refused")]
_UNFAITHFUL = ("crashed", "misdrawn", "rejected", "lost", "respelled", "accepted")


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that is wrong: the stage, what it is without the names in it, and where, with the names."""

    stage: str
    what: str
    document: str
    example: str


def verdict(result: dict[str, Any]) -> str:
    """The worst that a result says of its document."""
    return next(name for name in VERDICTS if name in set(_verdicts(result["stages"])))


def _verdicts(stages: dict[str, Any]) -> Iterator[str]:
    yield "fine"
    for name, stage in stages.items():
        if stage.get("late"):
            yield "late"
        elif "crash" in stage:
            yield "crashed" if name == "generated" else "unimportable"
    generated = stages["generated"]
    if "why" in generated:
        yield generated["why"] or "refused"
    if generated.get("operations", {}).get("missing") or generated.get("operations", {}).get("invented"):
        yield "missing"
    if stages.get("imported", {}).get("faults"):
        yield "unimportable"
    if any(stages.get(checker, {}).get("errors") for checker in ("mypy", "pyright")):
        yield "ill-typed"
    if any(stages.get("faithful", {}).get(kind) for kind in _UNFAITHFUL):
        yield "unfaithful"
    if stages.get("proved", {}).get("faults"):
        yield "unproved"


def causes(result: dict[str, Any]) -> Iterator[Cause]:
    """Everything that is wrong with one document."""
    name = result["name"].split("/", 1)[-1]
    for stage, found in result["stages"].items():
        if "crash" in found:
            where = "limit of time" if found["late"] else found["crash"]
            yield Cause(stage, _nameless(where), name, f"{where} {' '.join(found['frames'])}")
        for fault in found.get("faults", ()):
            kind = f"{fault['kind']}: " if "kind" in fault else ""
            said = f"{fault['where']}: {fault['what']}"
            payload = f" <- {fault['payload']}" if "payload" in fault else ""
            yield Cause(stage, kind + _nameless(fault["what"]), name, said + payload)
    for problem in result["stages"]["generated"].get("problems", ()):
        where = f"{problem['pointer']}: {problem['message']}"
        yield Cause("generated", f"{problem['severity']}[{problem['code']}]", name, where)
    for operation in result["stages"]["generated"].get("operations", {}).get("missing", ()):
        yield Cause("generated", "missing operation", name, operation)


def _nameless(text: str) -> str:
    """The first line of a message without what differs from document to document."""
    line = text.strip().splitlines()[0] if text.strip() else ""
    for pattern, mark in ((r"'[^']*'", "'.'"), (r'"[^"]*"', '"."'), (r"`[^`]*`", "`.`"), (r"\d+", "N")):
        line = re.sub(pattern, mark, line)
    return re.sub(r"\(.*\)", "(.)", line)[:140]


def report(results: Sequence[dict[str, Any]]) -> str:
    """The whole report."""
    ordered = sorted(results, key=lambda each: (VERDICTS.index(verdict(each)), each["name"]))
    return "\n".join([_HEAD, *map(_line, ordered), "", *_totals(results), "", *_grouped(results)])


_COLUMNS = "{:<44} {:>8} {:>12} {:>6} {:>16} {:>12} {:>7} {:>6} {:>6}  {}"
_HEAD = _COLUMNS.format(
    "document", "KB", "operations", "names", "valid: bad", "invalid: bad", "types", "s", "MB", "verdict"
)


def _line(result: dict[str, Any]) -> str:
    stages = result["stages"]
    operations = stages["generated"].get("operations", {})
    return _COLUMNS.format(
        result["name"].split("/", 1)[-1][-44:],
        result["bytes"] // 1000,
        f"{operations.get('emitted', 0)}/{operations['counted']}" if operations else "-",
        stages.get("imported", {}).get("names", "-"),
        _bad(stages, "valid", ("rejected", "lost", "respelled", "crashed", "misdrawn")),
        _bad(stages, "invalid", ("accepted",)),
        _types(stages),
        round(result["seconds"]),
        max(stage["peak"] for stage in stages.values()),
        verdict(result),
    )


def _bad(stages: dict[str, Any], tried: str, kinds: Sequence[str]) -> str:
    found = stages.get("faithful", {})
    return f"{found[tried]}: {sum(found.get(kind, 0) for kind in kinds)}" if tried in found else "-"


def _types(stages: dict[str, Any]) -> str:
    if "mypy" not in stages:
        return "-"
    return f"{stages['mypy']['errors']}+{stages.get('pyright', {}).get('errors', '-')}"


def _totals(results: Sequence[dict[str, Any]]) -> Iterator[str]:
    verdicts = Counter(map(verdict, results))
    yield f"{len(results)} documents: " + ", ".join(f"{verdicts[name]} {name}" for name in VERDICTS if verdicts[name])
    operations: Counter[str] = Counter()
    payloads: Counter[str] = Counter()
    for result in results:
        for status, found in result["stages"]["generated"].get("operations", {}).items():
            operations[status] += len(found) if isinstance(found, list) else found
        numbers = result["stages"].get("faithful", {}).items()
        payloads.update({kind: found for kind, found in numbers if isinstance(found, int) and kind != "peak"})
    yield "operations: " + ", ".join(f"{number} {status}" for status, number in operations.items())
    yield "payloads: " + ", ".join(f"{payloads[kind]} {kind}" for kind in ("valid", "invalid", *_UNFAITHFUL, "slow"))
    checked = sum("mypy" in result["stages"] for result in results)
    yield f"type-checked: {checked} of {sum('imported' in result['stages'] for result in results)} packages"


def _grouped(results: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Each cause, the most widespread first, with how often it was seen and two examples."""
    groups: defaultdict[tuple[str, str], list[Cause]] = defaultdict(list)
    for result in results:
        for cause in causes(result):
            groups[cause.stage, cause.what].append(cause)
    for (stage, what), found in sorted(groups.items(), key=lambda each: -len({c.document for c in each[1]})):
        documents = {cause.document: cause for cause in found}
        yield f"{len(documents)} documents, {len(found)} times: {stage}: {what}"
        for cause in list(documents.values())[:2]:
            yield f"    {cause.document}: {cause.example[:300]!r}"
