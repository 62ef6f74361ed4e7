"""Work that copies of this process do while this one goes on; what comes of it does not depend on that."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, islice
from typing import Any, Generic, NoReturn, TypeVar

_Result = TypeVar("_Result")
_LENGTH = 8
_END = bytes(_LENGTH)
_INTERRUPTIONS = {signal.SIGINT, signal.SIGTERM}


@contextmanager
def aside(work: Callable[[], _Result]) -> Generator[Callable[[], _Result]]:
    """Start the work; calling what comes gives its result. It is one of `streams`."""
    with streams(lambda: (work(),)) as results:
        yield cache(lambda: next(results))


@contextmanager
def streams(*works: Callable[[], Iterable[_Result]]) -> Generator[Iterator[_Result]]:
    """Start the works, each of which comes to one result after another; what comes gives each as soon as it is there.

    The results of one work keep their order. They are pickled on the way. What is not asked for is ended. The works are
    done here, one after another, when they are asked for, if there is but one processor, or if the system has no safe
    way to copy a process, or no room for one; and so is in the end what copies did not come to: then it fails here, as
    it did there.
    """
    copies: list[_Copy[_Result]] = []
    try:
        if _copies():
            with suppress(OSError):
                for work in works:
                    _start(work, copies)
        here = (work() for work in works[len(copies) :])
        yield chain(_received(copies), chain.from_iterable(here))
    finally:
        for copy in copies:
            copy.end()


def _copies() -> bool:
    if sys.platform != "linux":
        return False
    return len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


@dataclass(slots=True)
class _Copy(Generic[_Result]):
    """A process that does a work, and what has been read of what it writes."""

    work: Callable[[], Iterable[_Result]]
    process: int
    reader: int
    held: bytearray = field(default_factory=bytearray)
    given: int = 0
    over: bool = False
    done: bool = False

    def read(self) -> Iterator[_Result]:
        """The results that are there now, when there is something to read."""
        content = os.read(self.reader, 1 << 20)
        self.over = not content
        self.held += content
        yield from self._results()

    def rest(self) -> Iterator[_Result]:
        """What the copy did not come to."""
        return iter(()) if self.done else islice(self.work(), self.given, None)

    def end(self) -> None:
        """End the process, whatever it does."""
        os.close(self.reader)
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)

    def _results(self) -> Iterator[_Result]:
        while len(self.held) >= _LENGTH:
            length = int.from_bytes(self.held[:_LENGTH])
            if len(self.held) < _LENGTH + length:
                return
            content = bytes(self.held[_LENGTH : _LENGTH + length])
            del self.held[: _LENGTH + length]
            if not content:
                self.done = self.over = True
                return
            self.given += 1
            result: _Result = pickle.loads(content)
            yield result


def _start(work: Callable[[], Iterable[_Result]], copies: list[_Copy[_Result]]) -> None:
    """Start a copy beside others. An interruption waits until each of the two processes knows which one it is.

    Raises OSError where there is no room for another process, or for what it writes to.
    """
    reader, writer = os.pipe()
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTIONS)
    try:
        process = os.fork()
        if not process:
            for each in (reader, *(copy.reader for copy in copies)):
                os.close(each)
            _do(work, writer, mask)
        copies.append(_Copy(work, process, reader))
    except OSError:
        os.close(reader)
        raise
    finally:
        os.close(writer)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _do(work: Callable[[], Iterable[Any]], writer: int, mask: Iterable[int]) -> NoReturn:
    """Write the results and end, without anything that belongs to the original: its buffers, its handlers."""
    try:
        with suppress(BaseException), os.fdopen(writer, "wb") as answer:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            for result in work():
                content = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
                answer.write(len(content).to_bytes(_LENGTH))
                answer.write(content)
                answer.flush()
            answer.write(_END)
    finally:
        os._exit(0)


def _received(copies: Sequence[_Copy[_Result]]) -> Iterator[_Result]:
    """What the copies write, as they write it."""
    from selectors import EVENT_READ, DefaultSelector

    with DefaultSelector() as waiting:
        for copy in copies:
            waiting.register(copy.reader, EVENT_READ, copy)
        while waiting.get_map():
            for key, _ in waiting.select():
                copy = key.data
                yield from copy.read()
                if copy.over:
                    waiting.unregister(copy.reader)
    for copy in copies:
        yield from copy.rest()
