"""Tests that are run with many examples each."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

T = TypeVar("T")


def hold(fault: str) -> None:
    """Fail with what is wrong, unless nothing is."""
    if fault:
        raise AssertionError(fault)


def share(part: int = 1) -> int:
    """One part of the examples that a test is to have, at least one."""
    return max(1, settings.default.max_examples // part) if settings.default is not None else 1


def sampled(values: st.SearchStrategy[T], part: int) -> list[T]:
    """One part of the examples, to be used outside of them: what is done with these is not done again."""
    found: list[T] = []

    @drawn(part)
    def each(data: st.DataObject) -> None:
        found.append(data.draw(values))

    each()
    return found


def drawn(part: int = 1) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A test that is called once for each of its share of the examples, and draws from its argument `data`.

    Hypothesis sees a new test for each set of parameters: of one with a thousand of them its plugin for pytest makes
    settings that refer to those of the one before, until the stack overflows.
    """

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        signature = inspect.signature(test)
        others = [each for name, each in signature.parameters.items() if name != "data"]

        @wraps(test)
        def run(**parameters: Any) -> None:
            @settings(max_examples=share(part))
            @given(data=st.data())
            def example(data: st.DataObject) -> None:
                test(**parameters, data=data)

            example()

        setattr(run, "__signature__", signature.replace(parameters=others))
        return run

    return decorate
