"""Rules about parameters."""

from __future__ import annotations

from collections.abc import Iterator

from specwright import ir
from specwright.diff.change import Effect, Level
from specwright.diff.pairs import Parameters
from specwright.diff.rules.rule import Finding, rule


@rule(
    Parameters,
    Effect.NARROWS,
    witnessed=False,
    oasdiff="new-required-request-parameter new-request-path-parameter new-required-request-header-property"
    " new-required-request-default-parameter-to-existing-path",
)
def required_parameter_added(pair: Parameters) -> Iterator[Finding]:
    """A parameter is new, and it is required."""
    if not pair.old and pair.new and pair.new.required:
        yield Finding("is new and required")


@rule(
    Parameters,
    Effect.KEEPS,
    oasdiff="new-optional-request-parameter new-optional-request-default-parameter-to-existing-path",
)
def optional_parameter_added(pair: Parameters) -> Iterator[Finding]:
    """A parameter is new and may be left out."""
    if not pair.old and pair.new and not pair.new.required:
        yield Finding("is new")


@rule(
    Parameters,
    Effect.NARROWS,
    witnessed=False,
    request=Level.WARNING,
    oasdiff="request-parameter-removed request-parameter-removed-with-deprecation"
    " request-parameter-removed-before-sunset",
)
def parameter_removed(pair: Parameters) -> Iterator[Finding]:
    """A parameter is gone: a value that is sent is ignored, or refused."""
    if pair.old and not pair.new:
        yield Finding("is gone")


@rule(
    Parameters,
    Effect.NARROWS,
    witnessed=False,
    oasdiff="request-parameter-became-required request-header-property-became-required",
)
def parameter_became_required(pair: Parameters) -> Iterator[Finding]:
    """A parameter could be left out, and now it cannot."""
    if pair.old and pair.new and pair.new.required and not pair.old.required:
        yield Finding("is required")


@rule(Parameters, Effect.WIDENS, witnessed=False, response=Level.INFO, oasdiff="request-parameter-became-optional")
def parameter_became_optional(pair: Parameters) -> Iterator[Finding]:
    """A parameter could not be left out, and now it can."""
    if pair.old and pair.new and pair.old.required and not pair.new.required:
        yield Finding("may be left out")


@rule(Parameters, Effect.CHANGES, witnessed=False)
def parameter_style_changed(pair: Parameters) -> Iterator[Finding]:
    """The same value is written in another way: `style`, `explode`, or a media type."""
    if pair.old and pair.new and _matters(pair) and _style(pair.old) != _style(pair.new):
        yield Finding(f"is written in the style {_style(pair.new)}, not {_style(pair.old)}")


@rule(Parameters, Effect.KEEPS)
def parameter_reserved_changed(pair: Parameters) -> Iterator[Finding]:
    """Whether reserved characters in the value are escaped has changed: `allowReserved`."""
    if pair.old and pair.new and pair.old.allow_reserved != pair.new.allow_reserved:
        yield Finding(f"{'need not' if pair.new.allow_reserved else 'must'} have its reserved characters escaped")


@rule(Parameters, Effect.CHANGES, witnessed=False, oasdiff="request-parameter-default-value-{added,changed,removed}")
def parameter_default_changed(pair: Parameters) -> Iterator[Finding]:
    """What it means to leave the parameter out has changed: the same call does something else."""
    if pair.old and pair.new and pair.old.default != pair.new.default and not pair.new.required:
        texts = ("nothing" if each is None else f"`{each.text}`" for each in (pair.new.default, pair.old.default))
        yield Finding("has the default {}, not {}".format(*texts))


@rule(Parameters, Effect.KEEPS, oasdiff="request-parameter-deprecated")
def parameter_deprecated(pair: Parameters) -> Iterator[Finding]:
    """A parameter is now marked as deprecated."""
    if pair.old and pair.new and pair.new.deprecated and not pair.old.deprecated:
        yield Finding("is deprecated")


@rule(Parameters, Effect.KEEPS, oasdiff="request-parameter-reactivated")
def parameter_reactivated(pair: Parameters) -> Iterator[Finding]:
    """A parameter is no longer marked as deprecated."""
    if pair.old and pair.new and pair.old.deprecated and not pair.new.deprecated:
        yield Finding("is no longer deprecated")


def _style(parameter: ir.Parameter) -> str:
    if parameter.media_type:
        return parameter.media_type
    return f"`{parameter.style}`" + (" exploded" if parameter.explode else "")


def _matters(pair: Parameters) -> bool:
    """Whether a style tells: a single value looks the same in most of them."""
    sides = (pair.old, pair.new)
    plain = all(side is not None and isinstance(side.schema, _SCALARS) and side.style in _ALIKE for side in sides)
    return not plain or any(side is not None and side.media_type for side in sides)


_SCALARS = (ir.Number, ir.String, ir.Boolean, ir.Enumeration)
_ALIKE = ("form", "simple", "spaceDelimited", "pipeDelimited")
