"""Which data is drawn: any that a schema admits, or such as surprises nobody.

There is one strategy for both, so that they cannot differ in what they take for valid: what is typical is a choice that
it makes while it draws, for whoever asks for it on this thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import islice
from typing import Any, TypeVar
from weakref import WeakSet

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")

COMPLETE, SPARSE, ODD = 3, 8, 12
"""How often something typical is drawn that is to be accepted: with all members, with some, and with some oddity."""


class _Asked(threading.local):
    typical = False
    complete = True


_asked = _Asked()
_simple: WeakSet[SearchStrategy[Any]] = WeakSet()


def typical() -> bool:
    """Whether typical data is asked for."""
    return _asked.typical


def complete() -> bool:
    """Whether typical data is to have all members that are declared."""
    return _asked.complete


@contextmanager
def typically(asked: bool = True, complete: bool = True) -> Generator[None]:
    """Ask for typical data, or for any, in what follows on this thread."""
    before = _asked.typical, _asked.complete
    _asked.typical, _asked.complete = asked, complete
    try:
        yield
    finally:
        _asked.typical, _asked.complete = before


# Strategies are made of closures, so that none has to print the others it is made of.
@st.composite
def shaped(draw: st.DrawFn, shape: Callable[[st.DrawFn], T]) -> T:
    """What a function draws."""
    return shape(draw)


def either(usual: SearchStrategy[T], plain: Callable[[st.DrawFn], T]) -> SearchStrategy[T]:
    """Scalars of a strategy, and what the function draws while typical data is asked for."""
    return simple(shaped(lambda draw: plain(draw) if _asked.typical else draw(usual)))


def chosen(draw: st.DrawFn, choices: Sequence[T]) -> T:
    """One of several."""
    return choices[draw(_below(len(choices)))] if len(choices) > 1 else choices[0]


@cache
def _below(count: int) -> SearchStrategy[int]:
    return st.integers(0, count - 1)


# --- what is accepted -------------------------------------------------------------------------------------------------


def accepted(
    strategy: SearchStrategy[T], accepts: Callable[[T], bool], odd: SearchStrategy[T] | None = None
) -> SearchStrategy[T]:
    """The values that are accepted, `odd` ones among them. Typical ones are not odd if it can be helped."""
    others = strategy if odd is None else odd
    usual = st.one_of(strategy, strategy, others).filter(accepts)
    stages = ((strategy, True, COMPLETE), (strategy, False, SPARSE), (others, True, ODD))

    def shape(draw: st.DrawFn) -> T:
        for source, whole, tries in stages if _asked.typical else ():
            with typically(complete=whole and _asked.complete):
                found = _first(draw, source, accepts, tries)
            if found:
                return found[0]
        with typically(False):
            return draw(usual)

    return shaped(shape)


def accepted_or_plain(strategy: SearchStrategy[T], accepts: Callable[[T], bool]) -> SearchStrategy[T]:
    """The values that are accepted; typical ones where of all others hardly any is."""
    plain = strategy.filter(accepts)

    def shape(draw: st.DrawFn) -> T:
        if found := _first(draw, strategy, accepts, COMPLETE):
            return found[0]
        with typically():
            return draw(plain)

    return shaped(shape)


def _first(draw: st.DrawFn, strategy: SearchStrategy[T], accepts: Callable[[T], bool], tries: int) -> list[T]:
    """The first value that is accepted, if one is among so many."""
    drawn = (draw(strategy) for _ in range(tries))
    return list(islice(filter(accepts, drawn), 1))


# --- what has room in a value that is large already -------------------------------------------------------------------


def simple(strategy: SearchStrategy[T]) -> SearchStrategy[T]:
    """The strategy, marked as one that draws scalars, or no more than a few in one object or array."""
    _simple.add(strategy)
    return strategy


def marked(strategy: SearchStrategy[Any]) -> bool:
    """Whether a strategy is marked as simple."""
    return strategy in _simple
