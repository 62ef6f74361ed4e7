"""The command line: `specwright COMMAND`. What has nothing to do is answered before anything else is loaded."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from specwright.cli.exits import FINE, INTERRUPTED, UNABLE
from specwright.cli.quick import answered

_FRAMES = 5000
"""Enough for a document as deep as it may be: some twenty for each level."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    0 fine; 1 findings: a document at fault, or drift; 2 could not run; 130 interrupted.
    """
    try:
        known = answered(sys.argv[1:] if argv is None else argv)
        status = _run(argv) if known is None else known
        sys.stdout.flush()
        return status
    except SystemExit as stop:
        return UNABLE if stop.code else FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNABLE


def process() -> NoReturn:
    """Run the command of this process, and end it at once: to take a large document apart takes a while."""
    sys.setrecursionlimit(_FRAMES)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(status)


def _run(argv: Sequence[str] | None) -> int:
    from specwright.cli.commands import run

    return run(argv)
