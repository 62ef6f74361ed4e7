"""Every module of a package, and every name in them; the standard library is all that this needs."""

from __future__ import annotations

import pkgutil
import traceback
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

Faults = list[dict[str, str]]


def loaded(package: str, faults: Faults) -> Iterator[ModuleType]:
    """The modules of a package; those that cannot be had are added to the faults."""
    root = Path(str(import_module(package).__file__))
    names = [module.name for module in _walk(root.parent, f"{package}.")] if root.name == "__init__.py" else []
    for name in (package, *names):
        yield from tried(faults, name, import_module, name)


def names(module: ModuleType, faults: Faults) -> Iterator[str]:
    """What a module says that it has; what it does not have after all is added to the faults."""
    for name in dir(module):
        for _ in tried(faults, f"{module.__name__}.{name}", getattr, module, name):
            yield name


def tried(faults: Faults, where: str, work: Callable[..., Any], *arguments: object) -> Iterator[Any]:
    """What the work returns; nothing if it fails, which is added to the faults."""
    try:
        yield work(*arguments)
    except Exception as fault:
        faults.append({"where": where, "what": _described(fault)})


def _walk(folder: Path, prefix: str) -> Iterator[pkgutil.ModuleInfo]:
    """Every module below a folder; none is imported on the way."""
    for module in pkgutil.iter_modules([str(folder)], prefix):
        yield module
        if module.ispkg:
            yield from _walk(folder / module.name.removeprefix(prefix), f"{module.name}.")


def _described(fault: BaseException) -> str:
    """The type, the message, and the place of an exception."""
    frames = traceback.extract_tb(fault.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(fault).__name__}: {fault}"[:2000] + place
