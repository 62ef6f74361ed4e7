"""A document, taken by a contender from the text to the type checker.

Whatever needs memory is done in a process of its own: the memory that Linux tells of a process is at least that of the
one which started it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from tests.corpus import typed
from tests.corpus.process import Ended, run
from tests.corpus.run import REPOSITORY
from tests.corpus.sample import Document
from tests.peers.contender import Contender
from tests.peers.found import lacking

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for each step of a document, and the bytes up to which its package is type-checked."""

    seconds: float
    typed: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a document.

    `fault` is why there is no package, or why it cannot be imported; `missing` and `silent` count the operations that
    a package lacks, and those of them that nothing was said of. `errors` is None where no checker came to an end.
    """

    document: str
    operations: int
    seconds: float
    processor: float
    peak: int
    fault: str = ""
    generated: bool = False
    imported: bool = False
    missing: int = 0
    silent: int = 0
    checked: bool = False
    errors: int | None = None

    @property
    def complete(self) -> bool:
        """Whether the package can be used, and has every operation."""
        return self.imported and not self.missing


def taken(contender: Contender, document: Document, folder: Path, limits: Limits) -> Outcome:
    """What a contender makes of a document, in a folder of its own."""
    output = folder / "out" / contender.name.replace(" ", "-")
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    command = contender.command(str(document.path), str(output))
    environment = {"PYTHONDONTWRITEBYTECODE": "", **contender.environment}  # ours is not compiled when it is installed
    ended = run(command, cwd=folder, limit=limits.seconds, environment=environment)
    source = output / contender.source / contender.packages[0]
    modules = sorted(source.glob(contender.operations))
    counted, missing, silent = _aside(lacking, document.path, modules, ended.output)
    outcome = Outcome(document.name, counted, ended.seconds, ended.processor, ended.peak)
    if ended.status != 0 or not source.is_dir():
        return replace(outcome, fault=_end(ended))
    fault = _unimported(contender, output, limits.seconds)
    outcome = replace(outcome, generated=True, imported=not fault, fault=fault, missing=missing, silent=silent)
    if document.size > limits.typed:
        return outcome
    return replace(outcome, checked=True, errors=_errors(contender, output, limits.seconds))


def _aside(work: Callable[..., Result], *arguments: object) -> Result:
    """What the work returns, in another process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def _unimported(contender: Contender, output: Path, limit: float) -> str:
    """The first module or name that cannot be had, in a fresh process; empty if there is none."""
    result = output.with_name(f"{output.name}.json")
    result.unlink(missing_ok=True)
    command = [contender.python, "-m", "tests.peers.load", *_packages(contender, output), str(result)]
    ended = run(
        command, cwd=REPOSITORY, limit=limit, environment={"PYTHONPATH": str((output / contender.source).resolve())}
    )
    if not result.is_file():
        return _end(ended)
    faults = json.loads(result.read_text("utf-8"))["faults"]
    return f"{len(faults)} cannot be loaded: {faults[0]['where']}: {faults[0]['what']}"[:300] if faults else ""


def _errors(contender: Contender, output: Path, limit: float) -> int | None:
    """How many errors mypy finds in strict mode; none if it comes to no end."""
    cache = output.with_name(f"{output.name}.mypy")
    source = output / contender.source
    checked = typed.mypy(source, _packages(contender, output), cache, limit, contender.python)
    return None if checked["late"] else checked["errors"]


def _packages(contender: Contender, output: Path) -> list[str]:
    """Those that are there: where a document has no schemas, there may be none for them."""
    there = {path.name.removesuffix(".py") for path in (output / contender.source).iterdir()}
    return [package for package in contender.packages if package in there]


def _end(ended: Ended) -> str:
    """Why there is no result: time, or the last line that speaks of an error, or the last one."""
    if ended.status is None:
        return f"stopped after {ended.seconds:.0f} s"
    lines = [line.strip() for line in ended.output.splitlines() if line.strip() and "For further" not in line]
    telling = [line for line in lines if "error" in line.lower() or "exception" in line.lower()]
    return (telling or lines or [f"status {ended.status}"])[-1][:300]
