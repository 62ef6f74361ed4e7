"""Runs a command and prints, as JSON, what it took: `python launch.py FILE COMMAND...`.

A process counts as memory of its child what it holds when that starts, so that what measures has to be small.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Run a command whose output goes to the file named first."""
    said, *command = arguments
    with Path(said).open("wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    taken = {"wall": wall, "processor": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss / 1024}
    print(json.dumps({**taken, "status": process.returncode}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
