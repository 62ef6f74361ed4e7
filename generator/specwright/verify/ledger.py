"""The ledger of a proof: JSON that is the same for the same proof, to be kept beside what was proved."""

from __future__ import annotations

import json
from collections.abc import Mapping

from specwright.verify.proof import Kind, Proof, Subject

LEDGER = "ledger.json"


def ledger(proof: Proof) -> str:
    """The text of a ledger: what is proved of each operation, schema and webhook, and what is waived and why."""
    return json.dumps(record(proof), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def record(proof: Proof) -> dict[str, object]:
    """The ledger as a value."""
    exercised, promised = proof.keywords
    absent = {each.name: {"waived" if each.waived else "left out": [each.reason]} for each in proof.project.absent}
    return {
        "summary": {
            "operations": len(proof.of(Kind.OPERATION)) + len(proof.project.absent),
            "operations_proved": sum(subject.proved for subject in proof.of(Kind.OPERATION)),
            "schemas": len(proof.of(Kind.SCHEMA)) + len(proof.waived),
            "schemas_proved": sum(subject.proved for subject in proof.of(Kind.SCHEMA)),
            "examples": sum(held.examples for subject in proof.subjects for held in subject.properties),
            "keywords": {"exercised": exercised, "of": promised},
        },
        "operations": {**_told(proof, Kind.OPERATION), **absent},
        "schemas": {**_told(proof, Kind.SCHEMA), **{name: {"waived": [reason]} for name, reason in proof.waived}},
        "webhooks": _told(proof, Kind.WEBHOOK),
    }


def _told(proof: Proof, kind: Kind) -> dict[str, Mapping[str, object]]:
    return {subject.name: _row(subject) for subject in proof.of(kind)}


def _row(subject: Subject) -> dict[str, object]:
    row: dict[str, object] = {
        "properties": {
            held.property: {"examples": held.examples, "holds": held.why or True} for held in subject.properties
        },
        "keywords": {"exercised": subject.exercised, "of": subject.promised},
    }
    if subject.missing:
        row["not exercised"] = list(subject.missing)
    if subject.waived:
        row["waived"] = list(subject.waived)
    return row
