"""Drawing outside of a test: by octets, so that nothing else has a say in what is drawn.

In a test Hypothesis also draws the constants that it finds in whatever modules have been loaded.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from random import Random
from typing import Any, TypeAlias, TypeVar, cast

from hypothesis import Verbosity, given, settings
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")
Draw: TypeAlias = Callable[[str], tuple[T, ...]]

OCTETS = 2**15


def apart(function: Callable[[], T]) -> T:
    """What a function returns, or raises, on the one thread that draws.

    No test runs on it, in which Hypothesis would not let another one run. And as there is one only, none is in the way
    of another: Hypothesis seeds the random numbers of the whole process while it draws, and then puts them back.
    """
    return _thread(os.getpid()).submit(function).result()


@cache
def _thread(process: int) -> ThreadPoolExecutor:
    """The thread of a process, which another one that is forked from it does not have."""
    return ThreadPoolExecutor(1, f"drawing-{process}")


def drawing_from(strategy: SearchStrategy[T]) -> Draw[T]:
    """A function that draws the same value for the same text, in any process; nothing if the strategy gives it up.

    To be made and called on a thread that runs no test of Hypothesis. Raises InvalidArgument if the strategy is none.
    """
    kept: list[T] = []

    @settings(database=None, deadline=None, verbosity=Verbosity.quiet)
    @given(strategy)
    def keep(value: T) -> None:
        kept.append(value)

    target = cast(Any, keep).hypothesis.fuzz_one_input

    def draw(text: str) -> tuple[T, ...]:
        kept.clear()
        target(Random(text).randbytes(OCTETS))
        return tuple(kept)

    return draw


_thread(os.getpid())  # here, so that no two threads make one each
