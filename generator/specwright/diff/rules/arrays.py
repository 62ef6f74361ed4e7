"""Rules about schemas of arrays."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.change import Effect, Level
from specwright.diff.pairs import Arrays
from specwright.diff.rules.rule import Finding, Repeated, rule


@rule(Arrays, Effect.NARROWS, oasdiff="request-parameter-max-items-decreased")
def max_items_lowered(pair: Arrays) -> Iterator[Finding]:
    """Arrays must have fewer elements than before."""
    old, new = pair.old.max_items, pair.new.max_items
    if old is not None and new is not None and new < old:
        yield Finding(f"has at most {new} elements, not {old}", (Repeated(new + 1),))


@rule(Arrays, Effect.NARROWS, request=Level.WARNING)
def max_items_set(pair: Arrays) -> Iterator[Finding]:
    """Arrays had no greatest number of elements, and now they have.

    A warning for what is sent: the limit may always have been there, and only be told now.
    """
    if pair.old.max_items is None and pair.new.max_items is not None:
        yield Finding(f"has at most {pair.new.max_items} elements", (Repeated(pair.new.max_items + 1),))


@rule(Arrays, Effect.WIDENS, oasdiff="request-parameter-max-items-increased")
def max_items_raised(pair: Arrays) -> Iterator[Finding]:
    """Arrays may have more elements than before."""
    old, new = pair.old.max_items, pair.new.max_items
    if old is not None and new is not None and new > old:
        yield Finding(f"may have up to {new} elements, not {old}", (Repeated(old + 1),))


@rule(Arrays, Effect.WIDENS)
def max_items_removed(pair: Arrays) -> Iterator[Finding]:
    """Arrays have no greatest number of elements any more."""
    if pair.old.max_items is not None and pair.new.max_items is None:
        yield Finding(f"may have more than {pair.old.max_items} elements", (Repeated(pair.old.max_items + 1),))


@rule(Arrays, Effect.NARROWS, oasdiff="request-{body,property,parameter}-min-items-increased")
def min_items_raised(pair: Arrays) -> Iterator[Finding]:
    """Arrays must have more elements than before."""
    if pair.new.min_items > pair.old.min_items > 0:
        message = f"has at least {pair.new.min_items} elements, not {pair.old.min_items}"
        yield Finding(message, (Repeated(pair.old.min_items),))


@rule(Arrays, Effect.NARROWS, request=Level.WARNING, oasdiff="request-{body,property,parameter}-min-items-set")
def min_items_set(pair: Arrays) -> Iterator[Finding]:
    """Arrays could be empty, and now they have a least number of elements.

    A warning for what is sent: the limit may always have been there, and only be told now.
    """
    if pair.new.min_items > pair.old.min_items == 0:
        yield Finding(f"has at least {pair.new.min_items} elements", (Repeated(0),))


@rule(
    Arrays,
    Effect.WIDENS,
    oasdiff="request-parameter-min-items-decreased response-{body,property}-min-items-{decreased,unset}",
)
def min_items_lowered(pair: Arrays) -> Iterator[Finding]:
    """Arrays may have fewer elements than before."""
    if pair.new.min_items < pair.old.min_items:
        message = f"has at least {pair.new.min_items} elements, not {pair.old.min_items}"
        yield Finding(message, (Repeated(pair.new.min_items),))


@rule(Arrays, Effect.NARROWS)
def unique_items_added(pair: Arrays) -> Iterator[Finding]:
    """No two elements of an array may be equal any more."""
    if pair.new.unique and not pair.old.unique:
        yield Finding("has no two equal elements", (Repeated(2), Repeated(max(2, pair.old.min_items))))


@rule(Arrays, Effect.WIDENS)
def unique_items_removed(pair: Arrays) -> Iterator[Finding]:
    """Elements of an array may now be equal."""
    if pair.old.unique and not pair.new.unique:
        yield Finding("may have equal elements", (Repeated(2), Repeated(max(2, pair.new.min_items))))
