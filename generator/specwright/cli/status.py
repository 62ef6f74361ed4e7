"""How a piece of work ends, as an exit status: whatever stops it is told to the user and becomes a number."""

from __future__ import annotations

import errno
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from specwright.cli.exits import FINDINGS, UNABLE
from specwright.ir import Location
from specwright.problem import Problem, Refusal, error

_FULL = (errno.ENOSPC, errno.EDQUOT)
_REPORT_IT = "specwright: internal error. This is a bug of specwright's: please report it, with the lines above."
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Stopped:
    """Work that did not come to its end: the exit status it asks for, and what to tell."""

    status: int
    problems: tuple[Problem, ...]


def attempt(work: Callable[[], _Result]) -> _Result | Stopped:
    """What the work returns, or why it stopped.

    An exception nobody expected is a bug of ours: its traceback is printed on stderr at once. Interruptions pass.
    """
    try:
        return work()
    except Refusal as refusal:
        return Stopped(FINDINGS if refusal.findings else UNABLE, refusal.problems)
    except BrokenPipeError:
        raise
    except OSError as failure:
        if failure.filename is None:
            return _bug()
        return Stopped(UNABLE, (_inaccessible(failure),))
    except Exception:
        return _bug()


def _inaccessible(failure: OSError) -> Problem:
    file = str(failure.filename)
    message = f"the system says: {failure.strerror or type(failure).__name__}"
    if failure.errno in _FULL:
        return error("disk-full", message, Location(file), "make room, and run it again: no file is half written")
    return error("file-inaccessible", message, Location(file), "see that the file is there and that you may use it")


def _bug() -> Stopped:
    traceback.print_exc(file=sys.stderr)
    print(_REPORT_IT, file=sys.stderr)
    return Stopped(UNABLE, ())
