"""What runs inside the process of a generated package: `python -m tests.corpus.probe STAGE PACKAGE... RESULT`.

It knows the tool as little as the package does. The result is a JSON object with a member for each package.
"""

from __future__ import annotations

import json
import pkgutil
import sys
import traceback
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.corpus.fidelity import faithful
from tests.corpus.process import confine


def imported(package: str) -> dict[str, Any]:
    """How many modules, names and types there are, and which of them cannot be had."""
    faults: list[dict[str, str]] = []
    modules = [module for name in _modules(package) for module in _tried(faults, name, import_module, name)]
    names = [name for module in modules for name in _names(module, faults)]
    types = 0
    for cases in (module for module in modules if module.__name__ == f"{package}.testing.cases"):
        codec = import_module(f"{package}._runtime.testing.codec").codec
        for where, type in _types(cases):
            types += len(list(_tried(faults, where, codec, type)))
    return {"modules": len(modules), "names": len(names), "types": types, "faults": faults}


def _modules(package: str) -> Iterator[str]:
    root = Path(str(import_module(package).__file__)).parent
    yield package
    yield from (module.name for module in _walk(root, f"{package}."))


def _walk(folder: Path, prefix: str) -> Iterator[pkgutil.ModuleInfo]:
    """Every module below a folder; none is imported on the way."""
    for module in pkgutil.iter_modules([str(folder)], prefix):
        yield module
        if module.ispkg:
            yield from _walk(folder / module.name.removeprefix(prefix), f"{module.name}.")


def _names(module: ModuleType, faults: list[dict[str, str]]) -> Iterator[str]:
    for name in dir(module):
        for _ in _tried(faults, f"{module.__name__}.{name}", getattr, module, name):
            yield name


def _types(cases: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """The type of each schema, parameter, body and answer, and what it belongs to."""
    for case in cases.SCHEMAS:
        yield case.name, case.type
    for case in cases.OPERATIONS:
        for part in (*case.parameters, *case.responses, *case.bodies):
            yield str(case), part.type


def _tried(faults: list[dict[str, str]], where: str, work: Callable[..., Any], *arguments: object) -> Iterator[Any]:
    """What the work returns; nothing if it fails, which is added to the faults."""
    try:
        yield work(*arguments)
    except Exception as fault:
        faults.append({"where": where, "what": described(fault)})


def described(fault: BaseException) -> str:
    """The type, the message, and the place of an exception."""
    frames = traceback.extract_tb(fault.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(fault).__name__}: {fault}"[:2000] + place


def main(stage: str, packages: list[str], result: str) -> None:
    """Write what a stage finds in each package."""
    work = {"imported": imported, "faithful": faithful}[stage]
    Path(result).write_text(json.dumps({package: work(package) for package in packages}), "utf-8")


if __name__ == "__main__":
    confine()
    main(sys.argv[1], sys.argv[2:-1], sys.argv[-1])
