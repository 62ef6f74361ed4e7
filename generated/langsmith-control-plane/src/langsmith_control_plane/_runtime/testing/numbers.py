"""Numbers within bounds, as JSON has them: `3` and `3.0` are the same."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .plain import FEW, span
from .typical import chosen, either

Bound: TypeAlias = int | float | None

_EXACT = 2**53
_LARGE = (2**31, -(2**31) - 1, _EXACT + 1, 2**63, -(2**63) - 1, 10**20 + 1)
"""What some readers have no room for, or round."""
_STEPS = tuple(Fraction(1, 10**digits) for digits in (1, 2, 4, 8))


def integers(minimum: Bound = None, maximum: Bound = None, *, multiple_of: Bound = None) -> SearchStrategy[int | float]:
    """Whole numbers, now and then written as floats."""
    step = _exact(multiple_of).numerator if multiple_of else 1
    least = None if minimum is None else math.ceil(_exact(minimum) / step)
    most = None if maximum is None else math.floor(_exact(maximum) / step)
    whole = st.integers(least, most).map(lambda count: count * step)
    large = [count for count in _LARGE if (least is None or least <= count) and (most is None or count <= most)]
    if large:
        whole = st.one_of(whole, whole, whole, st.sampled_from(large).map(lambda count: count * step))
    few = st.integers(*span(least, most, few=max(10, FEW // step)))
    return either(st.one_of(whole, whole, whole, whole.map(_as_float)), lambda draw: draw(few) * step)


def numbers(
    minimum: Bound = None,
    maximum: Bound = None,
    *,
    exclusive_minimum: Bound = None,
    exclusive_maximum: Bound = None,
    multiple_of: Bound = None,
) -> SearchStrategy[int | float]:
    """Numbers of both kinds; never NaN, an infinity or minus zero."""
    lower, upper = _exact_or_none(minimum), _exact_or_none(maximum)
    above, below = _exact_or_none(exclusive_minimum), _exact_or_none(exclusive_maximum)

    def within(number: int | float) -> bool:
        exact = Fraction(number)
        return (
            (lower is None or lower <= exact)
            and (upper is None or exact <= upper)
            and (above is None or above < exact)
            and (below is None or exact < below)
        )

    least = max((bound for bound in (lower, above) if bound is not None), default=None)
    most = min((bound for bound in (upper, below) if bound is not None), default=None)
    step = _exact(multiple_of) if multiple_of else None
    usual = (_multiples(step, least, most) if step else _kinds(least, most)).filter(within)
    return either(usual, _tidy([step] if step else _STEPS, least, most, within, usual))


def _tidy(
    steps: Sequence[Fraction],
    least: Fraction | None,
    most: Fraction | None,
    within: Callable[[int | float], bool],
    usual: SearchStrategy[int | float],
) -> Callable[[st.DrawFn], int | float]:
    """Draws multiples of the first of some steps that has one within bounds; what is usual where none has."""

    @cache
    def few() -> list[int | float]:
        found = (list(filter(within, _few(step, least, most, within))) for step in steps)
        return next(filter(None, found), list[int | float]())

    return lambda draw: chosen(draw, few()) if few() else draw(usual)


def _few(
    step: Fraction, least: Fraction | None, most: Fraction | None, within: Callable[[int | float], bool]
) -> Iterator[int | float]:
    first = None if least is None else math.ceil(least / step)
    last = None if most is None else math.floor(most / step)
    if first is not None and not within(_plain(first * step)):
        first += 1
    if last is not None and not within(_plain(last * step)):
        last -= 1
    lowest, highest = span(first, last, math.ceil(1 / step), 100)
    return (_plain(count * step) for count in range(lowest, highest + 1))


def _kinds(least: Fraction | None, most: Fraction | None) -> SearchStrategy[int | float]:
    """Floats, and whole numbers if there are some between the bounds."""
    floats = st.floats(_rounded(least), _rounded(most), allow_nan=False, allow_infinity=False).map(_unsigned_zero)
    if least is not None and most is not None and math.ceil(least) > math.floor(most):
        return floats
    whole = integers(None if least is None else math.ceil(least), None if most is None else math.floor(most))
    return st.one_of(whole, floats)


def _multiples(step: Fraction, least: Fraction | None, most: Fraction | None) -> SearchStrategy[int | float]:
    """Multiples of a step that a float holds exactly enough to be read as such."""
    first = max(-_EXACT, math.ceil(-_EXACT * step) if least is None else math.ceil(least / step))
    last = min(_EXACT, math.floor(_EXACT * step) if most is None else math.floor(most / step))
    return st.integers(first, max(first, last)).map(lambda count: _plain(count * step))


def _plain(number: Fraction) -> int | float:
    return number.numerator if number.denominator == 1 else float(number)


def _exact(number: int | float) -> Fraction:
    """The number that its decimal text means: 0.1 is one tenth."""
    return Fraction(repr(number))


def _exact_or_none(number: Bound) -> Fraction | None:
    return None if number is None else _exact(number)


def _rounded(bound: Fraction | None) -> float | None:
    return None if bound is None else float(bound)


def _as_float(number: int) -> int | float:
    return float(number) if abs(number) <= _EXACT else number


def _unsigned_zero(number: float) -> float:
    return number or 0.0
