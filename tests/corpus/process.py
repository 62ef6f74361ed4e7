"""A command in a process of its own: how it ended, what it said, what time it took and how much memory it held."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_MEMORY = 8 * 2**30


@dataclass(frozen=True, slots=True)
class Ended:
    """`status` is None if the time limit ended it; `seconds` are the clock's, `processor` counts its children too.

    `peak` is in MB, of the largest process of it and its children.
    """

    status: int | None
    output: str
    seconds: float
    processor: float
    peak: int


def run(command: Sequence[str], *, cwd: Path, limit: float, environment: Mapping[str, str] | None = None) -> Ended:
    """Run a command to its end, or to its limit in seconds."""
    started = time.monotonic()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})},
            start_new_session=True,
        )
        late = threading.Event()
        timer = threading.Timer(limit, _end, (process.pid, late))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    ended = None if late.is_set() else process.returncode
    processor = round(usage.ru_utime + usage.ru_stime, 1)
    return Ended(ended, text, round(time.monotonic() - started, 1), processor, usage.ru_maxrss // 1024)


def confine() -> None:
    """Keep this process from taking the machine's memory."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _end(process: int, late: threading.Event) -> None:
    """Kill a process and its children."""
    late.set()
    os.killpg(process, signal.SIGKILL)
