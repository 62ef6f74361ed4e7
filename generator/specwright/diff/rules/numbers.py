"""Rules about schemas of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from specwright.diff.change import Effect, Level
from specwright.diff.pairs import Numbers
from specwright.diff.rules.rule import Finding, rule
from specwright.ir import Number


@rule(
    Numbers,
    Effect.WIDENS,
    oasdiff="request-{body,property,parameter,parameter-property}-type-generalized"
    " response-{body,property,header}-type-generalized",
)
def number_allowed(pair: Numbers) -> Iterator[Finding]:
    """An integer may now have a fractional part: `type: integer` has become `type: number`.

    Who receives such values and reads them as integers fails on the first one that is none.
    """
    if _whole(pair.old) and not _whole(pair.new):
        yield Finding("may be any number, not only an integer", tuple(_fractions(pair.new)))


@rule(
    Numbers,
    Effect.NARROWS,
    oasdiff="request-{body,property,parameter}-type-changed request-parameter-property-type-specialized"
    " response-{body,property,header}-type-specialized",
)
def integer_required(pair: Numbers) -> Iterator[Finding]:
    """A number may no longer have a fractional part: `type: number` has become `type: integer`."""
    if _whole(pair.new) and not _whole(pair.old):
        yield Finding("must be an integer", tuple(_fractions(pair.old)))


@rule(Numbers, Effect.NARROWS, oasdiff="request-{body,property,parameter}-max-decreased")
def maximum_lowered(pair: Numbers) -> Iterator[Finding]:
    """The greatest valid number is less than before."""
    if pair.old.maximum is not None and pair.new.maximum is not None and pair.new.maximum < pair.old.maximum:
        yield Finding(f"is at most {pair.new.maximum}, not {pair.old.maximum}", _above(pair.old, pair.new.maximum))


@rule(Numbers, Effect.NARROWS, request=Level.WARNING, oasdiff="request-{body,property,parameter}-max-set")
def maximum_set(pair: Numbers) -> Iterator[Finding]:
    """There was no greatest number, and now there is one.

    A warning for what is sent: the limit may always have been there, and only be told now.
    """
    if pair.old.maximum is None and pair.new.maximum is not None:
        yield Finding(f"is at most {pair.new.maximum}", _above(pair.old, pair.new.maximum))


@rule(
    Numbers,
    Effect.WIDENS,
    oasdiff="request-{body,property,parameter}-max-increased response-{body,property}-max-increased",
)
def maximum_raised(pair: Numbers) -> Iterator[Finding]:
    """The greatest valid number is greater than before."""
    if pair.old.maximum is not None and pair.new.maximum is not None and pair.new.maximum > pair.old.maximum:
        yield Finding(f"may be up to {pair.new.maximum}, not {pair.old.maximum}", _above(pair.new, pair.old.maximum))


@rule(Numbers, Effect.WIDENS)
def maximum_removed(pair: Numbers) -> Iterator[Finding]:
    """There is no greatest number any more."""
    if pair.old.maximum is not None and pair.new.maximum is None:
        yield Finding(f"may be more than {pair.old.maximum}", _above(pair.new, pair.old.maximum))


@rule(Numbers, Effect.NARROWS, oasdiff="request-{body,property,parameter}-min-increased")
def minimum_raised(pair: Numbers) -> Iterator[Finding]:
    """The least valid number is greater than before."""
    if pair.old.minimum is not None and pair.new.minimum is not None and pair.new.minimum > pair.old.minimum:
        yield Finding(f"is at least {pair.new.minimum}, not {pair.old.minimum}", _below(pair.old, pair.new.minimum))


@rule(Numbers, Effect.NARROWS, request=Level.WARNING, oasdiff="request-{body,property,parameter}-min-set")
def minimum_set(pair: Numbers) -> Iterator[Finding]:
    """There was no least number, and now there is one.

    A warning for what is sent: the limit may always have been there, and only be told now.
    """
    if pair.old.minimum is None and pair.new.minimum is not None:
        yield Finding(f"is at least {pair.new.minimum}", _below(pair.old, pair.new.minimum))


@rule(
    Numbers,
    Effect.WIDENS,
    oasdiff="request-{body,property,parameter}-min-decreased response-{body,property}-min-decreased",
)
def minimum_lowered(pair: Numbers) -> Iterator[Finding]:
    """The least valid number is less than before."""
    if pair.old.minimum is not None and pair.new.minimum is not None and pair.new.minimum < pair.old.minimum:
        yield Finding(f"may be {pair.new.minimum}, not only {pair.old.minimum}", _below(pair.new, pair.old.minimum))


@rule(Numbers, Effect.WIDENS)
def minimum_removed(pair: Numbers) -> Iterator[Finding]:
    """There is no least number any more."""
    if pair.old.minimum is not None and pair.new.minimum is None:
        yield Finding(f"may be less than {pair.old.minimum}", _below(pair.new, pair.old.minimum))


@rule(Numbers, Effect.NARROWS, oasdiff="request-{body,property,parameter}-exclusive-max-decreased")
def exclusive_maximum_lowered(pair: Numbers) -> Iterator[Finding]:
    """The number that every valid one is less than is less than before."""
    old, new = pair.old.exclusive_maximum, pair.new.exclusive_maximum
    if old is not None and new is not None and new < old:
        yield Finding(f"is less than {new}, not {old}", (new, *_above(pair.old, new)))


@rule(Numbers, Effect.NARROWS, request=Level.WARNING, oasdiff="request-{body,property,parameter}-exclusive-max-set")
def exclusive_maximum_set(pair: Numbers) -> Iterator[Finding]:
    """Every valid number is now less than some number.

    A warning for what is sent: the limit may always have been there, and only be told now.
    """
    new = pair.new.exclusive_maximum
    if pair.old.exclusive_maximum is None and new is not None:
        yield Finding(f"is less than {new}", (new, *_above(pair.old, new)))


@rule(
    Numbers,
    Effect.WIDENS,
    oasdiff="request-{body,property,parameter}-exclusive-max-increased"
    " response-{body,property}-exclusive-max-increased",
)
def exclusive_maximum_raised(pair: Numbers) -> Iterator[Finding]:
    """The number that every valid one is less than is greater than before."""
    old, new = pair.old.exclusive_maximum, pair.new.exclusive_maximum
    if old is not None and new is not None and new > old:
        yield Finding(f"may be anything less than {new}, not {old}", (old, *_above(pair.new, old)))


@rule(Numbers, Effect.WIDENS)
def exclusive_maximum_removed(pair: Numbers) -> Iterator[Finding]:
    """Valid numbers need no longer be less than some number."""
    old = pair.old.exclusive_maximum
    if old is not None and pair.new.exclusive_maximum is None:
        yield Finding(f"need not be less than {old}", (old, *_above(pair.new, old)))


@rule(Numbers, Effect.NARROWS, oasdiff="request-{body,property,parameter}-exclusive-min-increased")
def exclusive_minimum_raised(pair: Numbers) -> Iterator[Finding]:
    """The number that every valid one is greater than is greater than before."""
    old, new = pair.old.exclusive_minimum, pair.new.exclusive_minimum
    if old is not None and new is not None and new > old:
        yield Finding(f"is greater than {new}, not {old}", (new, *_below(pair.old, new)))


@rule(Numbers, Effect.NARROWS, request=Level.WARNING, oasdiff="request-{body,property,parameter}-exclusive-min-set")
def exclusive_minimum_set(pair: Numbers) -> Iterator[Finding]:
    """Every valid number is now greater than some number.

    A warning for what is sent: the limit may always have been there, and only be told now.
    """
    new = pair.new.exclusive_minimum
    if pair.old.exclusive_minimum is None and new is not None:
        yield Finding(f"is greater than {new}", (new, *_below(pair.old, new)))


@rule(
    Numbers,
    Effect.WIDENS,
    oasdiff="request-{body,property,parameter}-exclusive-min-decreased"
    " response-{body,property}-exclusive-min-decreased",
)
def exclusive_minimum_lowered(pair: Numbers) -> Iterator[Finding]:
    """The number that every valid one is greater than is less than before."""
    old, new = pair.old.exclusive_minimum, pair.new.exclusive_minimum
    if old is not None and new is not None and new < old:
        yield Finding(f"may be anything greater than {new}, not {old}", (old, *_below(pair.new, old)))


@rule(Numbers, Effect.WIDENS)
def exclusive_minimum_removed(pair: Numbers) -> Iterator[Finding]:
    """Valid numbers need no longer be greater than some number."""
    old = pair.old.exclusive_minimum
    if old is not None and pair.new.exclusive_minimum is None:
        yield Finding(f"need not be greater than {old}", (old, *_below(pair.new, old)))


@rule(Numbers, Effect.NARROWS)
def multiple_of_added(pair: Numbers) -> Iterator[Finding]:
    """Valid numbers are now multiples of some number, or of a greater one that the old one divides."""
    old, new = pair.old.multiple_of, pair.new.multiple_of
    if new is not None and old != new and (old is None or _divides(old, new)):
        yield Finding(f"is a multiple of {new}", tuple(_odd(pair.old, new)))


@rule(Numbers, Effect.WIDENS)
def multiple_of_removed(pair: Numbers) -> Iterator[Finding]:
    """Valid numbers need no longer be multiples of some number, or of a smaller one that divides the old one."""
    old, new = pair.old.multiple_of, pair.new.multiple_of
    if old is not None and old != new and (new is None or _divides(new, old)):
        yield Finding(f"need not be a multiple of {old}", tuple(_odd(pair.new, old)))


@rule(Numbers, Effect.CHANGES)
def multiple_of_changed(pair: Numbers) -> Iterator[Finding]:
    """Valid numbers are multiples of another number than before, and neither divides the other."""
    old, new = pair.old.multiple_of, pair.new.multiple_of
    if old is not None and new is not None and old != new and not _divides(old, new) and not _divides(new, old):
        yield Finding(f"is a multiple of {new}, not of {old}", (old, new))


def _whole(number: Number) -> bool:
    """Whether no valid number has a fractional part."""
    return number.integral or (number.multiple_of is not None and float(number.multiple_of).is_integer())


def _divides(divisor: float, number: float) -> bool:
    return number % divisor == 0


def _fractions(number: Number) -> Iterator[float]:
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


def _above(number: Number, bound: float) -> tuple[float, ...]:
    """Numbers a little above a bound, first those that are as simple as the schema lets them be."""
    whole = (floor(bound) + 1, *_multiples(number, bound, 1))
    return whole if number.integral else (*whole, bound + 0.5, bound + 0.01, *_halfway(bound, number.maximum))


def _below(number: Number, bound: float) -> tuple[float, ...]:
    """Numbers a little below a bound."""
    whole = (ceil(bound) - 1, *_multiples(number, bound, -1))
    return whole if number.integral else (*whole, bound - 0.5, bound - 0.01, *_halfway(bound, number.minimum))


def _multiples(number: Number, bound: float, way: int) -> Iterator[float]:
    if number.multiple_of:
        yield (floor(bound / number.multiple_of) + way) * number.multiple_of


def _halfway(bound: float, limit: float | None) -> Iterator[float]:
    if limit is not None:
        yield (bound + limit) / 2


def _odd(number: Number, divisor: float) -> Iterator[float]:
    """Numbers that a number does not divide."""
    step = number.multiple_of or 1
    yield from (step, step * 2, step * 3, number.minimum or 0, number.maximum or 0, divisor + step)
    if not number.integral:
        yield divisor / 2
