"""Commands that are run in turn, so that what else the machine does hits them alike: the medians of what they took."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_LAUNCH = Path(__file__).parent / "launch.py"


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
    with tempfile.NamedTemporaryFile() as output:
        launched = subprocess.run(
            [sys.executable, str(_LAUNCH), output.name, *contender.command],
            cwd=contender.folder,
            stdout=subprocess.PIPE,
            env={**kept, **(contender.environment or {})},
            check=True,
        )
        said = output.read().decode("utf-8", "replace").strip()
    taken = json.loads(launched.stdout)
    error = said.splitlines()[-1][:100] if taken["status"] and said else "it failed" * bool(taken["status"])
    return Taken(taken["wall"], taken["processor"], taken["peak"], error)


def _median(runs: Sequence[Taken]) -> Taken:
    return Taken(
        statistics.median(run.wall for run in runs),
        statistics.median(run.processor for run in runs),
        statistics.median(run.peak for run in runs),
        runs[-1].error,
    )
