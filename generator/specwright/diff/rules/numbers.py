"""Rules about schemas of numbers."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.change import Effect, Level
from specwright.diff.pairs import Numbers
from specwright.diff.rules.near import above, below, divides, fractions, greatest, least, odd, whole
from specwright.diff.rules.rule import Finding, rule


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
    if whole(pair.old) and not whole(pair.new):
        yield Finding("may be any number, not only an integer", tuple(fractions(pair.new)))


@rule(
    Numbers,
    Effect.NARROWS,
    oasdiff="request-{body,property,parameter}-type-changed request-parameter-property-type-specialized"
    " response-{body,property,header}-type-specialized",
)
def integer_required(pair: Numbers) -> Iterator[Finding]:
    """A number may no longer have a fractional part: `type: number` has become `type: integer`."""
    if whole(pair.new) and not whole(pair.old):
        yield Finding("must be an integer", tuple(fractions(pair.old)))


@rule(Numbers, Effect.NARROWS, oasdiff="request-{body,property,parameter}-max-decreased")
def maximum_lowered(pair: Numbers) -> Iterator[Finding]:
    """The greatest valid number is less than before."""
    old, new = pair.old.maximum, pair.new.maximum
    if old is not None and new is not None and new < greatest(pair.old, old):
        yield Finding(f"is at most {new}, not {old}", above(pair.old, new))


@rule(Numbers, Effect.NARROWS, request=Level.WARNING, oasdiff="request-{body,property,parameter}-max-set")
def maximum_set(pair: Numbers) -> Iterator[Finding]:
    """There was no greatest number, and now there is one.

    A warning for what is sent: the limit may always have been there, and only be told now.
    """
    if pair.old.maximum is None and pair.new.maximum is not None:
        yield Finding(f"is at most {pair.new.maximum}", above(pair.old, pair.new.maximum))


@rule(
    Numbers,
    Effect.WIDENS,
    oasdiff="request-{body,property,parameter}-max-increased response-{body,property}-max-increased",
)
def maximum_raised(pair: Numbers) -> Iterator[Finding]:
    """The greatest valid number is greater than before."""
    old, new = pair.old.maximum, pair.new.maximum
    if old is not None and new is not None and old < greatest(pair.new, new):
        yield Finding(f"may be up to {new}, not {old}", above(pair.new, old))


@rule(Numbers, Effect.WIDENS)
def maximum_removed(pair: Numbers) -> Iterator[Finding]:
    """There is no greatest number any more."""
    if pair.old.maximum is not None and pair.new.maximum is None:
        yield Finding(f"may be more than {pair.old.maximum}", above(pair.new, pair.old.maximum))


@rule(Numbers, Effect.NARROWS, oasdiff="request-{body,property,parameter}-min-increased")
def minimum_raised(pair: Numbers) -> Iterator[Finding]:
    """The least valid number is greater than before."""
    old, new = pair.old.minimum, pair.new.minimum
    if old is not None and new is not None and new > least(pair.old, old):
        yield Finding(f"is at least {new}, not {old}", below(pair.old, new))


@rule(Numbers, Effect.NARROWS, request=Level.WARNING, oasdiff="request-{body,property,parameter}-min-set")
def minimum_set(pair: Numbers) -> Iterator[Finding]:
    """There was no least number, and now there is one.

    A warning for what is sent: the limit may always have been there, and only be told now.
    """
    if pair.old.minimum is None and pair.new.minimum is not None:
        yield Finding(f"is at least {pair.new.minimum}", below(pair.old, pair.new.minimum))


@rule(
    Numbers,
    Effect.WIDENS,
    oasdiff="request-{body,property,parameter}-min-decreased response-{body,property}-min-decreased",
)
def minimum_lowered(pair: Numbers) -> Iterator[Finding]:
    """The least valid number is less than before."""
    old, new = pair.old.minimum, pair.new.minimum
    if old is not None and new is not None and old > least(pair.new, new):
        yield Finding(f"may be {new}, not only {old}", below(pair.new, old))


@rule(Numbers, Effect.WIDENS)
def minimum_removed(pair: Numbers) -> Iterator[Finding]:
    """There is no least number any more."""
    if pair.old.minimum is not None and pair.new.minimum is None:
        yield Finding(f"may be less than {pair.old.minimum}", below(pair.new, pair.old.minimum))


@rule(Numbers, Effect.NARROWS, oasdiff="request-{body,property,parameter}-exclusive-max-decreased")
def exclusive_maximum_lowered(pair: Numbers) -> Iterator[Finding]:
    """The number that every valid one is less than is less than before."""
    old, new = pair.old.exclusive_maximum, pair.new.exclusive_maximum
    if old is not None and new is not None and new < old:
        yield Finding(f"is less than {new}, not {old}", (new, *above(pair.old, new)))


@rule(Numbers, Effect.NARROWS, request=Level.WARNING, oasdiff="request-{body,property,parameter}-exclusive-max-set")
def exclusive_maximum_set(pair: Numbers) -> Iterator[Finding]:
    """Every valid number is now less than some number.

    A warning for what is sent: the limit may always have been there, and only be told now.
    """
    new = pair.new.exclusive_maximum
    if pair.old.exclusive_maximum is None and new is not None:
        yield Finding(f"is less than {new}", (new, *above(pair.old, new)))


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
        yield Finding(f"may be anything less than {new}, not {old}", (old, *above(pair.new, old)))


@rule(Numbers, Effect.WIDENS)
def exclusive_maximum_removed(pair: Numbers) -> Iterator[Finding]:
    """Valid numbers need no longer be less than some number."""
    old = pair.old.exclusive_maximum
    if old is not None and pair.new.exclusive_maximum is None:
        yield Finding(f"need not be less than {old}", (old, *above(pair.new, old)))


@rule(Numbers, Effect.NARROWS, oasdiff="request-{body,property,parameter}-exclusive-min-increased")
def exclusive_minimum_raised(pair: Numbers) -> Iterator[Finding]:
    """The number that every valid one is greater than is greater than before."""
    old, new = pair.old.exclusive_minimum, pair.new.exclusive_minimum
    if old is not None and new is not None and new > old:
        yield Finding(f"is greater than {new}, not {old}", (new, *below(pair.old, new)))


@rule(Numbers, Effect.NARROWS, request=Level.WARNING, oasdiff="request-{body,property,parameter}-exclusive-min-set")
def exclusive_minimum_set(pair: Numbers) -> Iterator[Finding]:
    """Every valid number is now greater than some number.

    A warning for what is sent: the limit may always have been there, and only be told now.
    """
    new = pair.new.exclusive_minimum
    if pair.old.exclusive_minimum is None and new is not None:
        yield Finding(f"is greater than {new}", (new, *below(pair.old, new)))


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
        yield Finding(f"may be anything greater than {new}, not {old}", (old, *below(pair.new, old)))


@rule(Numbers, Effect.WIDENS)
def exclusive_minimum_removed(pair: Numbers) -> Iterator[Finding]:
    """Valid numbers need no longer be greater than some number."""
    old = pair.old.exclusive_minimum
    if old is not None and pair.new.exclusive_minimum is None:
        yield Finding(f"need not be greater than {old}", (old, *below(pair.new, old)))


@rule(Numbers, Effect.NARROWS)
def multiple_of_added(pair: Numbers) -> Iterator[Finding]:
    """Valid numbers are now multiples of some number, or of a greater one that the old one divides."""
    old, new = pair.old.multiple_of, pair.new.multiple_of
    if new is not None and old != new and (old is None or divides(old, new)):
        yield Finding(f"is a multiple of {new}", tuple(odd(pair.old, new)))


@rule(Numbers, Effect.WIDENS)
def multiple_of_removed(pair: Numbers) -> Iterator[Finding]:
    """Valid numbers need no longer be multiples of some number, or of a smaller one that divides the old one."""
    old, new = pair.old.multiple_of, pair.new.multiple_of
    if old is not None and old != new and (new is None or divides(new, old)):
        yield Finding(f"need not be a multiple of {old}", tuple(odd(pair.new, old)))


@rule(Numbers, Effect.CHANGES)
def multiple_of_changed(pair: Numbers) -> Iterator[Finding]:
    """Valid numbers are multiples of another number than before, and neither divides the other."""
    old, new = pair.old.multiple_of, pair.new.multiple_of
    if old is not None and new is not None and old != new and not divides(old, new) and not divides(new, old):
        yield Finding(f"is a multiple of {new}, not of {old}", (old, new))
