"""The process that generates: `python -m tests.corpus.generate DOCUMENT OUTPUT PACKAGE RESULT`.

It calls what `specwright generate` calls. An exception that nobody expected leaves no result behind.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from openapi_spec_validator import validate
from tests.corpus.count import operations, raw
from tests.corpus.process import confine

from specwright.config import Target
from specwright.pipeline import building
from specwright.problem import Problem, Refusal, failed
from specwright.write.manifest import MANIFEST
from specwright.write.output import staged


def generated(document: Path, output: Path, package: str) -> dict[str, Any]:
    """What came of a document: the exit status, the problems, and what became of each of its operations."""
    target = Target(package, document.name, (), str(output), package, None, None, (), document.parent)
    try:
        with building(target) as built, staged(built.files, output) as ready:
            problems, files = built.told(), len(ready.compared.digests)
            ready.put()
    except Refusal as refusal:
        return {"status": 1 if refusal.findings else 2, "problems": _told(refusal.problems), "why": _why(document)}
    manifest = json.loads((output / MANIFEST).read_text("utf-8"))
    return {
        "status": 1 if failed(problems) else 0,
        "problems": _told(problems),
        "files": files,
        "schemas": built.schemas,
        "operations": _accounted(operations(raw(document)), manifest["operations"]),
    }


def _told(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems by severity and code: how many, and the first."""
    first: dict[tuple[str, str], Problem] = {}
    counted: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        key = (problem.severity.value, problem.code)
        first.setdefault(key, problem)
        counted[key] += 1
    return [
        {
            "severity": severity,
            "code": code,
            "count": counted[severity, code],
            "message": first[severity, code].message,
            "remedy": first[severity, code].remedy,
            "pointer": getattr(first[severity, code].location, "pointer", ""),
        }
        for severity, code in sorted(counted)
    ]


def _why(document: Path) -> str:
    """Why a document was refused, as others see it: `swagger`, `invalid`, or empty if they find nothing wrong."""
    try:
        value = raw(document)
        if "swagger" in value:
            return "swagger"
        validate(value)
    except Exception:
        return "invalid"
    return ""


def _accounted(counted: set[str], listed: list[dict[str, Any]]) -> dict[str, Any]:
    """How many operations ended how, and the names of those of which nothing is said, or too much.

    What a path says of its query is no part of its name: it is mended to parameters of the query.
    """
    found = {f"{each['method']} {each['path']}".partition("?")[0]: each["status"] for each in listed}
    counted = {name.partition("?")[0] for name in counted}
    return {
        **Counter(found.values()),
        "counted": len(counted),
        "missing": sorted(counted - set(found)),
        "invented": sorted(set(found) - counted),
    }


if __name__ == "__main__":
    confine()
    source, folder, name, result = sys.argv[1:]
    Path(result).write_text(json.dumps(generated(Path(source), Path(folder), name)), "utf-8")
