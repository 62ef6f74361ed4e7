"""What runs inside the process of a generated package: `python -m tests.corpus.probe STAGE PACKAGE... RESULT`.

It knows the tool as little as the package does. The result is a JSON object with a member for each package.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.corpus.fidelity import faithful
from tests.corpus.modules import Faults, loaded, names, tried
from tests.corpus.process import confine


def imported(package: str) -> dict[str, Any]:
    """How many modules, names and types there are, and which of them cannot be had."""
    faults: Faults = []
    modules = list(loaded(package, faults))
    found = [name for module in modules for name in names(module, faults)]
    types = 0
    for cases in (module for module in modules if module.__name__ == f"{package}.testing.cases"):
        codec = import_module(f"{package}._runtime.testing.codec").codec
        for where, type in _types(cases):
            types += len(list(tried(faults, where, codec, type)))
    return {"modules": len(modules), "names": len(found), "types": types, "faults": faults}


def _types(cases: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """The type of each schema, parameter, body and answer, and what it belongs to."""
    for case in cases.SCHEMAS:
        yield case.name, case.type
    for case in cases.OPERATIONS:
        for part in (*case.parameters, *case.responses, *case.bodies):
            yield str(case), part.type


def main(stage: str, packages: list[str], result: str) -> None:
    """Write what a stage finds in each package."""
    work = {"imported": imported, "faithful": faithful}[stage]
    Path(result).write_text(json.dumps({package: work(package) for package in packages}), "utf-8")


if __name__ == "__main__":
    confine()
    main(sys.argv[1], sys.argv[2:-1], sys.argv[-1])
