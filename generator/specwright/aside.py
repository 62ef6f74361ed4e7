"""Work that a copy of this process does while this one goes on; what comes of it does not depend on that."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn, TypeVar

_Result = TypeVar("_Result")


@contextmanager
def aside(work: Callable[[], _Result]) -> Generator[Callable[[], _Result], None, None]:
    """Start the work; calling what comes gives its result, which is pickled on the way. What is not asked for is ended.

    The work is done here, when it is asked for, if there is but one processor, if the system has no safe way to copy a
    process, or if the copy came to no result: then it fails here, as it did there.
    """
    if not _copies():
        yield work
        return
    reader, writer = os.pipe()
    copy = os.fork()
    if not copy:
        os.close(reader)
        _do(work, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        try:
            yield lambda: _result(answer.read(), work)
        finally:
            with suppress(ProcessLookupError):
                os.kill(copy, signal.SIGKILL)
            os.waitpid(copy, 0)


def _copies() -> bool:
    if sys.platform != "linux":
        return False
    return len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _do(work: Callable[[], Any], writer: int) -> NoReturn:
    """Write the result and end, without anything that belongs to the original: its buffers, its handlers."""
    try:
        with suppress(BaseException), os.fdopen(writer, "wb") as answer:
            answer.write(pickle.dumps(work(), pickle.HIGHEST_PROTOCOL))
    finally:
        os._exit(0)


def _result(answer: bytes, work: Callable[[], _Result]) -> _Result:
    try:
        result: _Result = pickle.loads(answer)
    except (EOFError, pickle.UnpicklingError):
        return work()
    return result
