"""Findings as a SARIF 2.1.0 log, which code scanning reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from specwright.cli.excerpt import Place
from specwright.cli.formats.finding import Finding, Level, in_repository, told

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def sarif(findings: Iterable[Finding], manual: Mapping[str, str]) -> str:
    """One log of one run; `manual` says what each rule finds, as far as there is more to say than its id."""
    results = list(findings)
    rules = sorted({finding.rule for finding in results})
    driver = {"name": "specwright", "rules": [_rule(rule, manual.get(rule, "")) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules) for finding in results],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: str, manual: str) -> dict[str, object]:
    return {"id": rule, **({"shortDescription": {"text": manual}} if manual else {})}


def _result(finding: Finding, rules: Sequence[str]) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": _LEVELS[finding.level],
        "message": {"text": told(finding)},
        "locations": _locations([finding.place] if finding.place else []),
    }
    if related := _locations(finding.related):
        result["relatedLocations"] = related
    if finding.fingerprint:
        result["partialFingerprints"] = {"specwright/v1": finding.fingerprint}
    return result


def _locations(places: Sequence[Place]) -> list[dict[str, object]]:
    """The places that are in the repository: others mean nothing where the log is read."""
    files = [(place, in_repository(place.file)) for place in places]
    return [{"physicalLocation": _physical(place, file)} for place, file in files if file]


def _physical(place: Place, file: str) -> dict[str, object]:
    artifact = {"artifactLocation": {"uri": quote(file), "uriBaseId": "%SRCROOT%"}}
    columns = {"startColumn": place.column} if place.column else {}
    return {**artifact, **({"region": {"startLine": place.line, **columns}} if place.line else {})}
