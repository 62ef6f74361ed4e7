"""Runs the tests of a generated project in several processes, and yields what they write down while they run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import IO, Any, TypeAlias

from specwright.problem import Refusal, error
from specwright.verify.project import Project

Event: TypeAlias = "dict[str, Any]"

_TESTS = "tests"
_PAUSE = 0.1
_LAST = 15
"""So many lines tell why tests did not run."""
_FEW = 16
"""So many operations are worth a process."""
_MANY = 64
"""So many operations are enough for one."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is to run: `subject` is a pattern of names, `tests` a folder or file, `seconds` how long it may take."""

    subject: str = "*"
    tests: str = _TESTS
    examples: int | None = None
    seed: int | None = None
    seconds: float | None = None

    @property
    def whole(self) -> bool:
        """Whether everything is to run."""
        return self.subject == "*" and self.tests == _TESTS


def properties(project: Project) -> dict[str, str]:
    """The properties that a project's tests prove, each with the module that does: `three-states`, for one."""
    files = sorted((project.root / _TESTS).glob("test_*.py"))
    return {file.stem.removeprefix("test_").replace("_", "-"): f"{_TESTS}/{file.name}" for file in files}


def events(project: Project, options: Options) -> Iterator[Event]:
    """What the tests write down, in the order in which it happens.

    Raises Refusal (a run at fault) if the tests could not be run at all.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="specwright-")))
        parts, workers = _parts(project, options), list[_Worker]()
        while parts or workers:
            while parts and len(workers) < (os.cpu_count() or 1):
                workers.append(_Worker(project, options, folder, parts.pop(0)))
                stack.callback(workers[-1].stop)
            time.sleep(_PAUSE)
            over = [worker for worker in workers if not worker.running]
            for worker in workers:
                yield from worker.told()
            for worker in over:
                worker.check()
                workers.remove(worker)


def _parts(project: Project, options: Options) -> list[str]:
    """The shares: one where there is little to do, and of a large project so many that none comes to need much memory.

    Whatever pydantic builds for a model stays in memory, and holds all that the model leads to.
    """
    operations = sum(fnmatchcase(name, options.subject) for name in project.operations)
    count = max(min(os.cpu_count() or 1, operations // _FEW + 1), operations // _MANY + 1)
    return [f"{index}/{count}" for index in range(count)]


class _Worker:
    """A process with a share of the tests."""

    def __init__(self, project: Project, options: Options, folder: Path, part: str) -> None:
        name = part.partition("/")[0]
        self._events, self._output = folder / f"{name}.jsonl", folder / f"{name}.txt"
        self._events.touch()
        self._lines: IO[str] = self._events.open(encoding="utf-8")
        self._unread = ""
        with self._output.open("wb") as output:
            self._process = subprocess.Popen(
                [*_command(project, options), "--share", part, "--record", str(self._events)],
                cwd=project.root,
                env=_environment(project),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def told(self) -> Iterator[Event]:
        """What was written since the last time; a line that is not whole yet waits for its end."""
        *lines, self._unread = (self._unread + self._lines.read()).split("\n")
        yield from map(json.loads, lines)

    def check(self) -> None:
        """Raise Refusal if the tests ended otherwise than by passing, failing, or there being none."""
        if self._process.returncode not in (0, 1, 5):
            said = self._output.read_text("utf-8", "replace").strip().splitlines()[-_LAST:]
            message = "the tests of the project could not be run"
            remedy = "run `specwright generate`, or `pytest tests` in the project to see more"
            broken = replace(error("proof-broken", message, None, remedy), said=tuple(said))
            raise Refusal([broken], findings=False)

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        self._lines.close()


def _command(project: Project, options: Options) -> list[str]:
    """pytest without the plugins and settings of its surroundings."""
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider", "-c", "pyproject.toml"]
    command += ["-p", "_hypothesis_pytestplugin", "--subject", options.subject, options.tests]
    if options.examples is not None:
        command += ["--examples", str(options.examples)]
    if options.seed is not None:
        command += [f"--hypothesis-seed={options.seed}"]
    if options.seconds is not None:
        command += ["--until", str(time.time() + options.seconds)]
    return command


def _environment(project: Project) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("EXAMPLES", "PYTEST_ADDOPTS")}
    return {**kept, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(project.root.absolute() / "src")}
