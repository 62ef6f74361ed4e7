"""Rules about what kind of value a schema admits: types, null, lists of values, alternatives."""

from __future__ import annotations

from collections.abc import Iterator

from specwright import ir
from specwright.diff.change import Effect, Level
from specwright.diff.pairs import Alternatives, Discriminators, Enumerations, Exclusives, Nulls, Types
from specwright.diff.rules.rule import Finding, rule


@rule(
    Nulls,
    Effect.WIDENS,
    oasdiff="request-{body,property,parameter,parameter-property}-became-nullable"
    " response-{body,property,header}-became-nullable"
    " request-{body,property,parameter,parameter-property}-list-of-types-widened"
    " response-{body,property}-list-of-types-widened",
)
def null_allowed(pair: Nulls) -> Iterator[Finding]:
    """The value may now be null."""
    if pair.new and not pair.old:
        yield Finding("may be null", (None,))


@rule(
    Nulls,
    Effect.NARROWS,
    oasdiff="request-{body,property,parameter,parameter-property}-became-not-nullable"
    " response-{body,property,header}-became-not-nullable"
    " request-{body,property,parameter,parameter-property}-list-of-types-narrowed"
    " response-{body,property}-list-of-types-narrowed",
)
def null_forbidden(pair: Nulls) -> Iterator[Finding]:
    """The value may no longer be null."""
    if pair.old and not pair.new:
        yield Finding("may not be null", (None,))


@rule(
    Types,
    Effect.WIDENS,
    oasdiff="{request,response}-{body,property}-unevaluated-items-removed"
    " request-{body,property,parameter,parameter-property}-type-generalized"
    " response-{body,property,header}-type-generalized"
    " {request,response}-body-media-type-schema-removed",
)
def type_widened(pair: Types) -> Iterator[Finding]:
    """The value may now be anything, or something where nothing was allowed."""
    if isinstance(pair.new, ir.AnyValue) or isinstance(pair.old, ir.NoValue):
        yield Finding(f"may be {told(pair.new)}, not only {told(pair.old)}", schemas=(None, pair.new))


@rule(
    Types,
    Effect.NARROWS,
    oasdiff="{request,response}-{body,property}-unevaluated-items-added"
    " request-parameter-property-type-specialized response-{body,property,header}-type-specialized"
    " {request,response}-body-media-type-schema-added",
)
def type_narrowed(pair: Types) -> Iterator[Finding]:
    """The value could be anything, and no longer can."""
    if isinstance(pair.old, ir.AnyValue) or isinstance(pair.new, ir.NoValue):
        yield Finding(f"must be {told(pair.new)}", schemas=(pair.old, None))


@rule(
    Types,
    Effect.CHANGES,
    oasdiff="request-{body,property,parameter,parameter-property}-type-changed"
    " response-{body,property,header}-type-changed",
)
def type_changed(pair: Types) -> Iterator[Finding]:
    """The value is of another JSON type than before."""
    if not any(isinstance(side, ir.AnyValue | ir.NoValue) for side in (pair.old, pair.new)):
        yield Finding(f"is {told(pair.new)}, not {told(pair.old)}", schemas=(pair.old, pair.new))


@rule(
    Enumerations,
    Effect.WIDENS,
    response=Level.WARNING,
    oasdiff="request-{property,parameter,parameter-property}-enum-value-added response-property-enum-value-added",
)
def enum_value_added(pair: Enumerations) -> Iterator[Finding]:
    """There are values that were not in the list before.

    A warning for what is received: the clients that we generate read values they do not know, others may not.
    """
    if pair.old and pair.new and not _disjoint(pair.old, pair.new):
        for value in pair.new.values:
            if value not in pair.old.values:
                yield Finding(f"may be `{value.text}`", (value.value,))


@rule(
    Enumerations,
    Effect.NARROWS,
    oasdiff="request-{body,property,parameter,parameter-property}-enum-value-removed"
    " response-{mediatype,property}-enum-value-removed",
)
def enum_value_removed(pair: Enumerations) -> Iterator[Finding]:
    """There are values that are not in the list any more."""
    if pair.old and pair.new and not _disjoint(pair.old, pair.new):
        for value in pair.old.values:
            if value not in pair.new.values:
                yield Finding(f"may not be `{value.text}`", (value.value,))


@rule(Enumerations, Effect.CHANGES, oasdiff="{request,response}-{body,property}-const-changed")
def enum_replaced(pair: Enumerations) -> Iterator[Finding]:
    """No value is in the list that was in it before; or there is another `const`."""
    if pair.old and pair.new and _disjoint(pair.old, pair.new):
        values = tuple(value.value for value in (*pair.old.values, *pair.new.values))
        yield Finding(f"is one of {listed(pair.new)}, not of {listed(pair.old)}", values)


@rule(
    Enumerations,
    Effect.CHANGES,
    oasdiff="request-{body,property,parameter}-became-enum request-header-property-became-enum"
    " {request,response}-{body,property}-const-added",
)
def enum_added(pair: Enumerations) -> Iterator[Finding]:
    """Any value of the type was valid, and now there is a list of those that are.

    Where the list has values that were not valid before, that hurts those who do not know them, too.
    """
    if not pair.old and pair.new:
        yield Finding(f"is one of {listed(pair.new)}", _unlisted(pair.new), schemas=(None, pair.new))


@rule(Enumerations, Effect.CHANGES, oasdiff="{request,response}-{body,property}-const-removed")
def enum_removed(pair: Enumerations) -> Iterator[Finding]:
    """There was a list of valid values, and now any value of the type is valid.

    Where the list had values that are not valid any more, that hurts those who go on to use them, too.
    """
    if pair.old and not pair.new:
        yield Finding(f"need not be one of {listed(pair.old)}", _unlisted(pair.old), schemas=(pair.old, None))


@rule(
    Alternatives,
    Effect.WIDENS,
    oasdiff="request-{body,property,parameter,parameter-property}-list-of-types-widened"
    " response-{body,property}-list-of-types-widened"
    " {request,response}-{body,property}-{one-of,any-of}-added"
    " {request,response}-body-wrapped-in-one-of",
)
def alternative_added(pair: Alternatives) -> Iterator[Finding]:
    """The value may also be of another schema: a member of `oneOf` or `anyOf`, or a type."""
    for schema in pair.added:
        yield Finding(f"may also be {told(schema)}", schemas=(None, schema))


@rule(
    Alternatives,
    Effect.NARROWS,
    oasdiff="request-{body,property,parameter,parameter-property}-list-of-types-narrowed"
    " response-{body,property}-list-of-types-narrowed"
    " {request,response}-{body,property}-{one-of,any-of}-removed",
)
def alternative_removed(pair: Alternatives) -> Iterator[Finding]:
    """The value may no longer be of a schema: a member of `oneOf` or `anyOf`, or a type."""
    for schema in pair.removed:
        yield Finding(f"may no longer be {told(schema)}", schemas=(schema, None))


@rule(
    Discriminators,
    Effect.KEEPS,
    oasdiff="{request,response}-{body,property}-discriminator-{added,removed,property-name-changed,mapping-added,mapping-changed,mapping-deleted}",
)
def discriminator_changed(pair: Discriminators) -> Iterator[Finding]:
    """Alternatives are told apart by another property, by other values of it, or by none: `discriminator`.

    It decides on no value: whether one is valid is for the alternatives to say.
    """
    if pair.new is None:
        yield Finding("is not told apart by a property any more")
    elif pair.old is None or pair.old.wire_name != pair.new.wire_name:
        yield Finding(f"is told apart by `{pair.new.wire_name}`")
    elif {value for value, _ in pair.old.mapping} != {value for value, _ in pair.new.mapping}:
        yield Finding(f"is told apart by other values of `{pair.new.wire_name}`")


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


def _disjoint(old: ir.Enumeration, new: ir.Enumeration) -> bool:
    return not set(old.values) & set(new.values)


def _unlisted(enumeration: ir.Enumeration) -> tuple[object, ...]:
    """Values that are not in a list."""
    values = [value.value for value in enumeration.values]
    greatest = max((value for value in values if isinstance(value, int | float)), default=0)
    some = ("", "a", "?", 0, 1, 0.5, greatest + 1, True, False)
    return tuple(value for value in some if ir.Json.of(value) not in enumeration.values)


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
