"""Breaks copies, and lets the proof look at them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

from tests.mutants.table import GENERATION, HERE, REPOSITORY, Mutant

COMMITTED = REPOSITORY / "generated" / "langsmith-control-plane"
LIMIT = 300
PASSED, FAILED = 0, 1
CRASHES = ("SyntaxError", "IndentationError", "ImportError", "ModuleNotFoundError", "NameError", "AttributeError")
"""What is raised by code that does not run at all: whoever notices that has proved nothing."""
TOOL = ("generator", "templates")


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: the property and the test that noticed it, with what they say of it.

    `error` says why it is no mutant, or what else noticed it.
    """

    mutant: Mutant
    seconds: float
    noticed_by: str = ""
    test: str = ""
    message: str = ""
    error: str = ""

    @property
    def killed(self) -> bool:
        return bool(self.noticed_by) and not self.error

    @property
    def fine(self) -> bool:
        """Whether it is killed, or the table says why it is not."""
        return self.killed or (not self.error and bool(self.mutant.survives))


class Unusable(Exception):
    """A run that tells nothing of a mutant."""


class Workshop:
    """A folder with the project of each document as it is, and the copies that are broken."""

    def __init__(self, folder: Path, jobs: int = 2) -> None:
        self.folder = folder
        self.jobs = jobs
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)

    def outcomes(self, mutants: Iterable[Mutant]) -> Iterator[Outcome]:
        """What becomes of each, in their order and as soon as it is known."""
        with ThreadPoolExecutor(self.jobs) as pool:
            yield from pool.map(self.outcome, mutants)

    def unbroken(self, mutants: Iterable[Mutant]) -> Iterator[Outcome]:
        """The same of what is not broken, which must survive; to be asked for first, for it compiles what is copied."""
        yield from self.outcomes(dict.fromkeys(each.unbroken for each in mutants if each.property != GENERATION))

    def outcome(self, mutant: Mutant) -> Outcome:
        """What becomes of one."""
        started = time.monotonic()
        with TemporaryDirectory(dir=self.folder) as copy:
            try:
                found = self._found(mutant, Path(copy))
            except (LookupError, Unusable) as fault:
                found = {"error": str(fault)}
        noticed_by = found.get("noticed_by", "")
        if noticed_by not in ("", mutant.property):
            found["error"] = f"noticed by {noticed_by}, not by {mutant.property}: {found['message']}"
        return Outcome(mutant, time.monotonic() - started, **found)

    def _found(self, mutant: Mutant, copy: Path) -> dict[str, str]:
        whole = self.project(mutant.document)
        if not mutant.file:
            return self._proved(mutant, whole)
        if mutant.of_the_tool:
            for name in TOOL:
                shutil.copytree(REPOSITORY / name, copy / name, ignore=shutil.ignore_patterns("*.pyc.*"))
            mutant.apply(copy)
            if refusal := generated(mutant.document, copy / "sdk", copy / "generator"):
                return {"noticed_by": GENERATION, "test": "", "message": refusal}
            warmed(copy / "sdk", whole)
        else:
            shutil.copytree(whole, copy / "sdk")  # its compiled modules too: they stay valid, and save time
            (package,) = (copy / "sdk" / "src").iterdir()
            mutant.apply(package)
        return self._proved(mutant, copy / "sdk")

    def project(self, document: str) -> Path:
        """The project of a document, as it is."""
        project = self.folder / "whole" / (document or "committed")
        with self._locks[document]:
            if not project.is_dir():
                if not document:
                    shutil.copytree(COMMITTED, project)
                elif refusal := generated(document, project, REPOSITORY / "generator"):
                    raise Unusable(f"{document} is not generated: {refusal}")
        return project

    def _proved(self, mutant: Mutant, project: Path) -> dict[str, str]:
        """What the part of the proof that a mutant names says of a project; nothing if it holds."""
        tests = f"tests/test_{mutant.property.replace('-', '_')}.py"
        found = self._noticed(project, tests, "--subject", mutant.subject)
        if found and mutant.alone:
            others = self._noticed(project, "tests", "--ignore", tests)
            if others:
                raise Unusable(f"it is not alone: {others['noticed_by']}, {others['test']}: {others['message']}")
        return found

    def _noticed(self, project: Path, *options: str) -> dict[str, str]:
        """The first thing that a part of the proof notices; nothing if it holds. Raises Unusable if it cannot tell."""
        ended = self.proof(project, *options)
        failed = [event for event in ended.events if event.get("failure")]
        if ended.status == PASSED:
            return {}
        if ended.status != FAILED or not failed:
            raise Unusable(f"the proof could not be run: {ended.output[-2000:]}")
        said = failed[0]["failure"]["message"].replace("\n", " ")
        if said.startswith(CRASHES):
            raise Unusable(f"it does not run: {said}")
        return {"noticed_by": failed[0]["property"], "test": failed[0]["test"], "message": said}

    def proof(self, project: Path, *options: str) -> Ended:
        """Run a part of the proof of a project, up to the first failure."""
        command = [sys.executable, "-m", "pytest", "-q", "-x", "--tb=line", "-c", "pyproject.toml"]
        command += ["-p", "no:cacheprovider", "-p", "_hypothesis_pytestplugin", *options]
        with TemporaryDirectory(dir=self.folder) as folder:
            record = Path(folder) / "record.jsonl"
            found = ran([*command, "--record", str(record)], project, self.folder / "hypothesis")
            lines = record.read_text("utf-8").splitlines() if record.is_file() else []
        return Ended(found.returncode, found.stdout + found.stderr, tuple(map(json.loads, lines)))


@dataclass(frozen=True)
class Ended:
    """How a run of the proof ended, what it printed and what it wrote down."""

    status: int
    output: str
    events: tuple[dict[str, Any], ...]


def ran(command: list[str], project: Path, kept: Path) -> subprocess.CompletedProcess[str]:
    """Run the tests of a project without other plugins, and with the tables of characters that others made before."""
    environment = {name: value for name, value in os.environ.items() if name not in ("EXAMPLES", "PYTEST_ADDOPTS")}
    environment |= {"HYPOTHESIS_STORAGE_DIRECTORY": str(kept), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    try:
        return subprocess.run(
            command, cwd=project, env=environment, capture_output=True, text=True, check=False, timeout=LIMIT
        )
    except subprocess.TimeoutExpired:
        raise Unusable(f"the proof took more than {LIMIT} seconds") from None


def generated(document: str, project: Path, generator: Path) -> str:
    """Generate the project of a document with the tool in a folder: why it refuses, if it does."""
    command = [sys.executable, "-m", "specwright", "generate", str(specification(document)), "-q"]
    command += ["--package", "sdk", "-o", str(project)]
    environment = {**os.environ, "PYTHONPATH": str(generator)}
    found = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=LIMIT)
    said = found.stderr.strip().splitlines()
    return "" if found.returncode == 0 else " ".join(said[-3:]) or f"exit status {found.returncode}"


def specification(document: str) -> Path:
    """The file of a document; raises LookupError if there is none."""
    files = (HERE.parent / "golden" / document / "spec.yaml", HERE / "documents" / f"{document}.yaml")
    for file in files:
        if file.is_file():
            return file
    raise LookupError(f"there is no document {document}")


def warmed(project: Path, whole: Path) -> None:
    """Give the files of a project that are as they were their old times, and their compiled modules."""
    for old in whole.rglob("*.py"):
        new = project / old.relative_to(whole)
        if new.is_file() and new.read_bytes() == old.read_bytes():
            shutil.copystat(old, new)
            new.parent.joinpath("__pycache__").mkdir(exist_ok=True)
            for compiled in old.parent.joinpath("__pycache__").glob(f"{old.stem}.*.pyc"):
                shutil.copy2(compiled, new.parent / "__pycache__")
