"""Numbers near a bound, and what bounds and steps leave: the values that show a change of a number."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from specwright.ir import Number


def greatest(number: Number, bound: float) -> float:
    """The greatest number up to a bound, of those that a step leaves."""
    step = number.multiple_of or (1 if number.integral else 0)
    return floor(bound / step) * step if step else bound


def least(number: Number, bound: float) -> float:
    """The least number from a bound on, of those that a step leaves."""
    step = number.multiple_of or (1 if number.integral else 0)
    return ceil(bound / step) * step if step else bound


def whole(number: Number) -> bool:
    """Whether no valid number has a fractional part."""
    return number.integral or (number.multiple_of is not None and float(number.multiple_of).is_integer())


def divides(divisor: float, number: float) -> bool:
    return number % divisor == 0


def fractions(number: Number) -> Iterator[float]:
    """Numbers that are no integers, within the bounds or near them."""
    least, most = number.minimum or number.exclusive_minimum, number.maximum or number.exclusive_maximum
    yield 0.5
    if least is not None and most is not None:
        yield (least + most) / 2
        yield least + (most - least) / 4
    if least is not None:
        yield from (float(least), least + 0.5)
    if most is not None:
        yield from (float(most), most - 0.5)


def above(number: Number, bound: float) -> tuple[float, ...]:
    """Numbers a little above a bound, first those that are as simple as the schema lets them be."""
    whole = (floor(bound) + 1, *_multiples(number, bound, 1))
    return whole if number.integral else (*whole, bound + 0.5, bound + 0.01, *_halfway(bound, number.maximum))


def below(number: Number, bound: float) -> tuple[float, ...]:
    """Numbers a little below a bound."""
    whole = (ceil(bound) - 1, *_multiples(number, bound, -1))
    return whole if number.integral else (*whole, bound - 0.5, bound - 0.01, *_halfway(bound, number.minimum))


def _multiples(number: Number, bound: float, way: int) -> Iterator[float]:
    if number.multiple_of:
        yield (floor(bound / number.multiple_of) + way) * number.multiple_of


def _halfway(bound: float, limit: float | None) -> Iterator[float]:
    if limit is not None:
        yield (bound + limit) / 2


def odd(number: Number, divisor: float) -> Iterator[float]:
    """Numbers that a number does not divide."""
    step = number.multiple_of or 1
    yield from (step, step * 2, step * 3, number.minimum or 0, number.maximum or 0, divisor + step)
    if not number.integral:
        yield divisor / 2
