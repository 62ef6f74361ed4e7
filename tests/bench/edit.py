"""Changes one place of a document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

KINDS: Mapping[str, dict[str, Any]] = {
    "schema": {"edited_by_the_benchmark": {"type": "string"}},
    "operation": {"summary": "Edited by the benchmark"},
}
"""What the properties of a schema, or an operation, get."""


def places(document: Mapping[str, Any], kind: str) -> list[dict[str, Any]]:
    """Where something can be added: the properties of each component, or each operation."""
    if kind == "schema":
        return [each["properties"] for each in document["components"]["schemas"].values() if each.get("properties")]
    return [each for item in document["paths"].values() for each in item.values() if "responses" in each]


def edit(path: Path, kind: str, number: int) -> None:
    """Edit a file in a place that the number decides on."""
    content = json.loads(path.read_text("utf-8"))
    Random(f"{kind} {number}").choice(places(content, kind)).update(KINDS[kind])
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2), "utf-8")
