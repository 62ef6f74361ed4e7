"""Rules about schemas of objects, their properties and what else they may hold."""

from __future__ import annotations

from collections.abc import Iterator

from specwright import ir
from specwright.diff.change import Effect, Level
from specwright.diff.pairs import Objects, Others, Properties
from specwright.diff.rules.rule import ABSENT, Finding, Repeated, rule


@rule(
    Properties,
    Effect.NARROWS,
    oasdiff="new-required-request-property new-required-request-property-with-default"
    " response-required-property-added request-required-property-became-not-read-only"
    " response-required-property-became-not-write-only",
)
def required_property_added(pair: Properties) -> Iterator[Finding]:
    """A property is new, and it is required. That it has a default makes no difference: validators ignore it."""
    if not pair.old and pair.new and pair.new.required:
        yield Finding("is new and required", (ABSENT,))


@rule(
    Properties,
    Effect.KEEPS,
    oasdiff="new-optional-request-property response-optional-property-added"
    " request-optional-property-became-not-read-only response-optional-property-became-not-write-only",
)
def optional_property_added(pair: Properties) -> Iterator[Finding]:
    """A property is new and may be left out.

    Where members that are not declared were forbidden, see `property-allowed`.
    """
    if not pair.old and pair.new and not pair.new.required and not isinstance(pair.old_others, ir.NoValue):
        yield Finding("is new")


@rule(Properties, Effect.WIDENS)
def property_allowed(pair: Properties) -> Iterator[Finding]:
    """A property is new in an object that forbids members which it does not declare: readers so far refuse it."""
    if not pair.old and pair.new and isinstance(pair.old_others, ir.NoValue):
        yield Finding("is new, and was forbidden so far")


@rule(
    Properties,
    Effect.WIDENS,
    request=Level.WARNING,
    oasdiff="request-property-removed response-required-property-removed"
    " request-required-property-became-read-only response-required-property-became-write-only",
)
def required_property_removed(pair: Properties) -> Iterator[Finding]:
    """A required property is gone: who receives the object can no longer rely on it.

    A warning for what is sent: what was a value that mattered is now one that nobody reads.
    """
    if pair.old and pair.old.required and not pair.new and not isinstance(pair.new_others, ir.NoValue):
        yield Finding("is gone, and was required", (ABSENT,))


@rule(
    Properties,
    Effect.KEEPS,
    request=Level.WARNING,
    response=Level.WARNING,
    oasdiff="request-property-removed response-optional-property-removed"
    " request-optional-property-became-read-only response-optional-property-became-write-only",
)
def optional_property_removed(pair: Properties) -> Iterator[Finding]:
    """A property that could be left out is gone: a value that is sent may be ignored, and none is received."""
    if pair.old and not pair.old.required and not pair.new and not isinstance(pair.new_others, ir.NoValue):
        yield Finding("is gone")


@rule(
    Properties,
    Effect.NARROWS,
    response=Level.WARNING,
    oasdiff="request-property-removed response-optional-property-removed",
)
def property_forbidden(pair: Properties) -> Iterator[Finding]:
    """A property is gone from an object that forbids members which it does not declare: who sends it is refused."""
    if pair.old and not pair.new and isinstance(pair.new_others, ir.NoValue):
        yield Finding("is gone, and members that are not declared are forbidden")


@rule(
    Properties,
    Effect.NARROWS,
    oasdiff="request-property-became-required request-property-became-required-with-default"
    " response-property-became-required",
)
def property_became_required(pair: Properties) -> Iterator[Finding]:
    """A property could be left out, and now it cannot."""
    if pair.old and pair.new and pair.new.required and not pair.old.required:
        yield Finding("is required", (ABSENT,))


@rule(Properties, Effect.WIDENS, oasdiff="{request,response}-property-became-optional")
def property_became_optional(pair: Properties) -> Iterator[Finding]:
    """A property could not be left out, and now it can."""
    if pair.old and pair.new and pair.old.required and not pair.new.required:
        yield Finding("may be absent", (ABSENT,))


@rule(Properties, Effect.KEEPS, oasdiff="{request,response}-property-default-value-{added,changed,removed}")
def property_default_changed(pair: Properties) -> Iterator[Finding]:
    """What a property means that is left out has changed."""
    if pair.old and pair.new and pair.old.default != pair.new.default:
        texts = ("nothing" if each is None else f"`{each.text}`" for each in (pair.new.default, pair.old.default))
        yield Finding("has the default {}, not {}".format(*texts))


@rule(Properties, Effect.KEEPS, oasdiff="{request,response}-property-{deprecated,deprecated-with-sunset}")
def property_deprecated(pair: Properties) -> Iterator[Finding]:
    """A property is now marked as deprecated."""
    if pair.old and pair.new and pair.new.deprecated and not pair.old.deprecated:
        yield Finding("is deprecated")


@rule(Properties, Effect.KEEPS, oasdiff="{request,response}-property-reactivated")
def property_reactivated(pair: Properties) -> Iterator[Finding]:
    """A property is no longer marked as deprecated."""
    if pair.old and pair.new and pair.old.deprecated and not pair.new.deprecated:
        yield Finding("is no longer deprecated")


@rule(Others, Effect.NARROWS, oasdiff="{request,response}-{body,property}-unevaluated-properties-added")
def other_members_restricted(pair: Others) -> Iterator[Finding]:
    """Members that are not declared could hold anything, or were allowed, and now they are restricted or forbidden."""
    if isinstance(pair.old, ir.AnyValue) or isinstance(pair.new, ir.NoValue):
        how = "are forbidden" if isinstance(pair.new, ir.NoValue) else "are restricted"
        yield Finding(f"members that are not declared {how}")


@rule(Others, Effect.WIDENS, oasdiff="{request,response}-{body,property}-unevaluated-properties-removed")
def other_members_allowed(pair: Others) -> Iterator[Finding]:
    """Members that are not declared were forbidden or restricted, and now they are allowed or may hold anything."""
    if isinstance(pair.old, ir.NoValue) or isinstance(pair.new, ir.AnyValue):
        how = "may hold anything" if isinstance(pair.new, ir.AnyValue) else "are allowed"
        yield Finding(f"members that are not declared {how}")


@rule(Objects, Effect.NARROWS)
def max_properties_lowered(pair: Objects) -> Iterator[Finding]:
    """Objects have a smaller greatest number of members than before, or have one at all."""
    old, new = _most(pair.old), pair.new.max_properties
    if new is not None and (old is None or new < old):
        yield Finding(f"has at most {new} members", (Repeated(new + 1),))


@rule(Objects, Effect.WIDENS)
def max_properties_raised(pair: Objects) -> Iterator[Finding]:
    """Objects may have more members than before."""
    old, new = pair.old.max_properties, _most(pair.new)
    if old is not None and (new is None or new > old):
        yield Finding(f"may have more than {old} members", (Repeated(old + 1),))


@rule(Objects, Effect.NARROWS)
def min_properties_raised(pair: Objects) -> Iterator[Finding]:
    """Objects must have more members than before."""
    if pair.new.min_properties > _least(pair.old):
        yield Finding(f"has at least {pair.new.min_properties} members", (Repeated(_least(pair.old)),))


@rule(Objects, Effect.WIDENS)
def min_properties_lowered(pair: Objects) -> Iterator[Finding]:
    """Objects may have fewer members than before."""
    if pair.old.min_properties > _least(pair.new):
        message = f"may have fewer than {pair.old.min_properties} members"
        yield Finding(message, (Repeated(_least(pair.new)),))


def _least(schema: ir.Object) -> int:
    """No object has fewer members: by its bound, or by those that are required."""
    return max(schema.min_properties, sum(each.required for each in schema.properties))


def _most(schema: ir.Object) -> int | None:
    """No object has more members: by its bound, or by those that are declared where no others may be."""
    closed = isinstance(schema.additional, ir.NoValue) and not schema.rules
    bounds = [schema.max_properties, len(schema.properties) if closed else None]
    return min((bound for bound in bounds if bound is not None), default=None)
