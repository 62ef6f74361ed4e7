"""Bounds that contradict each other, so that no value is valid."""

from __future__ import annotations

import math
from fractions import Fraction

from specwright import ir
from specwright.ir import Schema
from specwright.regexp import widths


def contradicted(schema: Schema) -> bool:
    """Whether what a schema says of a value itself, not of what is inside, leaves no value."""
    match schema:
        case ir.Enumeration(values=values):
            return not values
        case ir.String(pattern=str(pattern), min_length=least, max_length=most):
            fewest, greatest = widths(pattern)
            return _crossed(max(least, fewest), most) or _crossed(least, greatest)
        case ir.String(min_length=least, max_length=most):
            return _crossed(least, most)
        case ir.Number():
            return _between(schema) is None
        case ir.Array(min_items=least, max_items=most, unique=unique):
            return _crossed(least, most) or (unique and least > len(schema.prefix) + _count(schema.items))
        case ir.Object(properties=properties, min_properties=least, max_properties=most):
            needed = sum(prop.required for prop in properties)
            possible = len(properties) if isinstance(schema.additional, ir.NoValue) else math.inf
            return _crossed(max(least, needed), most) or (least > possible and not _patterned(schema))
        case _:
            return False


def _crossed(least: int, most: int | None) -> bool:
    return most is not None and least > most


def _patterned(schema: ir.Object) -> bool:
    return any(isinstance(rule, ir.Patterns) for rule in schema.rules)


def _count(schema: Schema) -> float:
    """How many values there are."""
    match schema:
        case ir.NoValue():
            return 0
        case ir.Null():
            return 1
        case ir.Boolean():
            return 2
        case ir.Enumeration(values=values):
            return len(values)
        case _:
            return math.inf


def _between(number: ir.Number) -> Fraction | None:
    """A number within the bounds, if there is one; of whole ones and multiples, the least."""
    lows = [(_exact(number.minimum), False), (_exact(number.exclusive_minimum), True)]
    highs = [(_exact(number.maximum), False), (_exact(number.exclusive_maximum), True)]
    low, above = max(((bound, out) for bound, out in lows if bound is not None), default=(None, False))
    high, below = min(((bound, not out) for bound, out in highs if bound is not None), default=(None, True))
    if low is None or high is None:
        return Fraction(0)
    step = _exact(common_multiple(1 if number.integral else None, number.multiple_of))
    if not step:
        return None if low > high or (low == high and (above or not below)) else low
    least = math.ceil(low / step) * step
    least += step * (above and least == low)
    return least if least < high or (least == high and below) else None


def common_multiple(a: int | float | None, b: int | float | None) -> int | float | None:
    """The least number that is a multiple of both, of the decimals that they are written as."""
    if a is None or b is None:
        return a or b
    left, right = Fraction(repr(a)), Fraction(repr(b))
    scale = math.lcm(left.denominator, right.denominator)
    common = Fraction(math.lcm(int(left * scale), int(right * scale)), scale)
    return int(common) if common.denominator == 1 else float(common)


def _exact(number: int | float | None) -> Fraction | None:
    """The number that its decimal text means; none for one that is not finite."""
    return Fraction(repr(number)) if number is not None and math.isfinite(number) else None
