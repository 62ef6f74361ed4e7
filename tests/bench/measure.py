"""Commands that are run in turn, so that what else the machine does hits them alike: the medians of what they took."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Contender:
    """A command, and what makes the place ready before each run of it."""

    command: Sequence[str]
    folder: Path
    prepare: Callable[[], object] = lambda: None
    environment: Mapping[str, str] | None = None
    repeats: bool = True


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock and of the processor, and MB of the largest process; `error` is the end of what it said."""

    wall: float
    processor: float
    peak: float
    error: str = ""


def measured(contenders: Mapping[str, Contender], rounds: int) -> dict[str, Taken]:
    """The median of each contender; one that fails is run once."""
    taken: dict[str, list[Taken]] = {name: [] for name in contenders}
    for turn in range(rounds):
        for name, contender in contenders.items():
            failed = taken[name] and taken[name][-1].error
            if not failed and (turn == 0 or contender.repeats):
                contender.prepare()
                taken[name].append(_run(contender))
    return {name: _median(runs) for name, runs in taken.items()}


def _run(contender: Contender) -> Taken:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            contender.command,
            cwd=contender.folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**kept, **(contender.environment or {})},
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - started
        output.seek(0)
        said = output.read().decode("utf-8", "replace").strip()
    error = said.splitlines()[-1][:100] if process.returncode and said else "it failed" * bool(process.returncode)
    return Taken(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, error)


def _median(runs: Sequence[Taken]) -> Taken:
    return Taken(
        statistics.median(run.wall for run in runs),
        statistics.median(run.processor for run in runs),
        statistics.median(run.peak for run in runs),
        runs[-1].error,
    )
