"""Rules about what kind of value a schema admits: types, null, lists of values, alternatives."""

from __future__ import annotations

from collections.abc import Iterator

from specwright import ir
from specwright.diff.change import Effect, Level
from specwright.diff.pairs import Alternatives, Enumerations, Exclusives, Nulls, Types
from specwright.diff.rules.rule import Finding, rule


@rule(
    Nulls,
    Effect.WIDENS,
    oasdiff="*-became-nullable *-list-of-types-widened response-header-became-nullable",
)
def null_allowed(pair: Nulls) -> Iterator[Finding]:
    """The value may now be null."""
    if pair.new and not pair.old:
        yield Finding("may be null", (None,))


@rule(
    Nulls,
    Effect.NARROWS,
    oasdiff="*-became-not-nullable *-list-of-types-narrowed response-header-became-not-nullable",
)
def null_forbidden(pair: Nulls) -> Iterator[Finding]:
    """The value may no longer be null."""
    if pair.old and not pair.new:
        yield Finding("may not be null", (None,))


@rule(Types, Effect.WIDENS, oasdiff="*-type-generalized *-schema-removed *-type-compatible")
def type_widened(pair: Types) -> Iterator[Finding]:
    """The value may now be anything, or something where nothing was allowed."""
    if isinstance(pair.new, ir.AnyValue) or isinstance(pair.old, ir.NoValue):
        yield Finding(f"may be {told(pair.new)}, not only {told(pair.old)}")


@rule(Types, Effect.NARROWS, oasdiff="*-type-specialized *-schema-added request-parameter-property-type-specialized")
def type_narrowed(pair: Types) -> Iterator[Finding]:
    """The value could be anything, and no longer can."""
    if isinstance(pair.old, ir.AnyValue) or isinstance(pair.new, ir.NoValue):
        yield Finding(f"must be {told(pair.new)}")


@rule(Types, Effect.CHANGES, oasdiff="*-type-changed *-content-encoding-changed *-content-media-type-changed")
def type_changed(pair: Types) -> Iterator[Finding]:
    """The value is of another JSON type than before."""
    if not any(isinstance(side, ir.AnyValue | ir.NoValue) for side in (pair.old, pair.new)):
        yield Finding(f"is {told(pair.new)}, not {told(pair.old)}")


@rule(
    Enumerations,
    Effect.WIDENS,
    response=Level.WARNING,
    oasdiff="*-enum-value-added",
)
def enum_value_added(pair: Enumerations) -> Iterator[Finding]:
    """There are values that were not in the list before.

    A warning for what is received: the clients that we generate read values they do not know, others may not.
    """
    if pair.old and pair.new:
        for value in pair.new.values:
            if value not in pair.old.values:
                yield Finding(f"may be `{value.text}`", (value.value,))


@rule(
    Enumerations,
    Effect.NARROWS,
    oasdiff="*-enum-value-removed response-mediatype-enum-value-removed *-const-changed"
    " *-x-extensible-enum-value-removed",
)
def enum_value_removed(pair: Enumerations) -> Iterator[Finding]:
    """There are values that are not in the list any more."""
    if pair.old and pair.new:
        for value in pair.old.values:
            if value not in pair.new.values:
                yield Finding(f"may not be `{value.text}`", (value.value,))


@rule(
    Enumerations,
    Effect.NARROWS,
    oasdiff="*-became-enum request-header-property-became-enum *-const-added",
)
def enum_added(pair: Enumerations) -> Iterator[Finding]:
    """Any value of the type was valid, and now there is a list of those that are."""
    if not pair.old and pair.new:
        yield Finding(f"is one of {listed(pair.new)}", ("", 0.5, True, 1, "?", "a"))


@rule(Enumerations, Effect.WIDENS, oasdiff="*-const-removed response-property-enum-value-added")
def enum_removed(pair: Enumerations) -> Iterator[Finding]:
    """There was a list of valid values, and now any value of the type is valid."""
    if pair.old and not pair.new:
        yield Finding(f"need not be one of {listed(pair.old)}", ("", 0.5, True, 1, "?", "a"))


@rule(Alternatives, Effect.WIDENS, oasdiff="*-one-of-added *-any-of-added *-list-of-types-widened *-type-generalized")
def alternative_added(pair: Alternatives) -> Iterator[Finding]:
    """The value may also be of another schema: a member of `oneOf` or `anyOf`, or a type."""
    for schema in pair.added:
        yield Finding(f"may also be {told(schema)}")


@rule(
    Alternatives,
    Effect.NARROWS,
    oasdiff="*-one-of-removed *-any-of-removed *-list-of-types-narrowed *-type-specialized"
    " request-body-wrapped-in-one-of",
)
def alternative_removed(pair: Alternatives) -> Iterator[Finding]:
    """The value may no longer be of a schema: a member of `oneOf` or `anyOf`, or a type."""
    for schema in pair.removed:
        yield Finding(f"may no longer be {told(schema)}")


@rule(Exclusives, Effect.NARROWS)
def one_of_required(pair: Exclusives) -> Iterator[Finding]:
    """A value of several alternatives was valid, and now it is not: `anyOf` has become `oneOf`."""
    if pair.new and not pair.old:
        yield Finding("is of exactly one alternative")


@rule(Exclusives, Effect.WIDENS)
def one_of_relaxed(pair: Exclusives) -> Iterator[Finding]:
    """A value of several alternatives was not valid, and now it is: `oneOf` has become `anyOf`."""
    if pair.old and not pair.new:
        yield Finding("may be of several alternatives")


def listed(enumeration: ir.Enumeration) -> str:
    """The values of a list, the first ten of them."""
    values = [f"`{value.text}`" for value in enumeration.values[:10]]
    return ", ".join(values) + (f" and {len(enumeration.values) - 10} more" if len(enumeration.values) > 10 else "")


def told(schema: ir.Schema) -> str:
    """What a schema admits, in a few words."""
    match schema:
        case ir.AnyValue():
            return "anything"
        case ir.NoValue():
            return "nothing"
        case ir.Null():
            return "null"
        case ir.Boolean():
            return "a boolean"
        case ir.Number(integral=integral):
            return "an integer" if integral else "a number"
        case ir.String(format=format_):
            return f"a {format_} string" if format_ else "a string"
        case ir.Enumeration():
            return f"one of {listed(schema)}"
        case ir.Array(items=items):
            return "an array" if isinstance(items, ir.AnyValue) else f"an array of which each is {told(items)}"
        case ir.Object():
            return "an object"
        case ir.Reference(name=name):
            return f"of the schema {name}"
        case ir.Refined(schema=inner):
            return told(inner)
        case ir.Union(members=members):
            return " or ".join(dict.fromkeys(told(member) for member in members))
