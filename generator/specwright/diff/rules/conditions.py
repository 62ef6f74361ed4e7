"""Rules about what a schema says of a value as a whole: `not`, `if`, `contains`, `dependentRequired` and the like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from specwright import ir
from specwright.diff.change import Effect
from specwright.diff.pairs import Restrictions, Rules
from specwright.diff.rules.rule import Finding, rule

_Kind = TypeVar("_Kind", bound=ir.Rule)


@rule(Rules, Effect.NARROWS, oasdiff="{request,response}-{body,property}-dependent-required-added")
def dependent_required_added(pair: Rules) -> Iterator[Finding]:
    """Where one member is present, so must others be: `dependentRequired`."""
    for needs in _of(pair.added, ir.Needs):
        yield Finding(f"needs {_names(needs.needed)} where `{needs.name}` is present", restrictions=(None, needs))


@rule(Rules, Effect.WIDENS, oasdiff="{request,response}-{body,property}-dependent-required-removed")
def dependent_required_removed(pair: Rules) -> Iterator[Finding]:
    """Where one member is present, others need no longer be: `dependentRequired`."""
    for needs in _of(pair.removed, ir.Needs):
        yield Finding(
            f"does not need {_names(needs.needed)} where `{needs.name}` is present", restrictions=(needs, None)
        )


@rule(Rules, Effect.NARROWS)
def member_choice_added(pair: Rules) -> Iterator[Finding]:
    """A choice between sets of members must be made: `anyOf`, `oneOf` or `not` around `required`."""
    for together in _of(pair.added, ir.Together):
        yield Finding(_chosen(together), restrictions=(None, together))


@rule(Rules, Effect.WIDENS)
def member_choice_removed(pair: Rules) -> Iterator[Finding]:
    """A choice between sets of members need no longer be made: `anyOf`, `oneOf` or `not` around `required`."""
    for together in _of(pair.removed, ir.Together):
        yield Finding(f"no longer {_chosen(together)}", restrictions=(together, None))


@rule(Rules, Effect.NARROWS, oasdiff="{request,response}-{body,property}-property-names-added")
def property_names_added(pair: Rules) -> Iterator[Finding]:
    """The names of all members must be of a schema: `propertyNames`."""
    for names in _of(pair.added, ir.Names):
        yield Finding("restricts the names of members", restrictions=(None, names))


@rule(Rules, Effect.WIDENS, oasdiff="{request,response}-{body,property}-property-names-removed")
def property_names_removed(pair: Rules) -> Iterator[Finding]:
    """The names of members need no longer be of a schema: `propertyNames`."""
    for names in _of(pair.removed, ir.Names):
        yield Finding("no longer restricts the names of members", restrictions=(names, None))


@rule(Rules, Effect.NARROWS, oasdiff="{request,response}-{body,property}-pattern-property-added")
def pattern_properties_added(pair: Rules) -> Iterator[Finding]:
    """Members whose names match an expression must be of a schema: `patternProperties`."""
    for patterns in _of(pair.added, ir.Patterns):
        yield Finding(
            f"restricts members whose names match {_names(pattern for pattern, _ in patterns.patterns)}",
            restrictions=(None, patterns),
        )


@rule(Rules, Effect.WIDENS, oasdiff="{request,response}-{body,property}-pattern-property-removed")
def pattern_properties_removed(pair: Rules) -> Iterator[Finding]:
    """Members whose names match an expression need no longer be of a schema: `patternProperties`."""
    for patterns in _of(pair.removed, ir.Patterns):
        yield Finding(
            f"no longer restricts members like {_names(pattern for pattern, _ in patterns.patterns)}",
            restrictions=(patterns, None),
        )


@rule(Rules, Effect.NARROWS, oasdiff="{request,response}-{body,property}-unevaluated-properties-added")
def unevaluated_properties_added(pair: Rules) -> Iterator[Finding]:
    """Members that no part of the schema speaks of are restricted: `unevaluatedProperties`."""
    for unevaluated in _of(pair.added, ir.Unevaluated):
        yield Finding("restricts members that no part of the schema speaks of", restrictions=(None, unevaluated))


@rule(Rules, Effect.WIDENS, oasdiff="{request,response}-{body,property}-unevaluated-properties-removed")
def unevaluated_properties_removed(pair: Rules) -> Iterator[Finding]:
    """Members that no part of the schema speaks of are not restricted any more: `unevaluatedProperties`."""
    for unevaluated in _of(pair.removed, ir.Unevaluated):
        yield Finding(
            "no longer restricts members that no part of the schema speaks of", restrictions=(unevaluated, None)
        )


@rule(Rules, Effect.NARROWS, oasdiff="{request,response}-{body,property}-contains-added")
def contains_added(pair: Rules) -> Iterator[Finding]:
    """An array must hold a number of elements of a schema: `contains`, `minContains`, `maxContains`."""
    for held in _of(pair.added, ir.Holds):
        yield Finding(f"holds {_counted(held)} elements of a certain kind", restrictions=(None, held))


@rule(Rules, Effect.WIDENS, oasdiff="{request,response}-{body,property}-contains-removed")
def contains_removed(pair: Rules) -> Iterator[Finding]:
    """An array need no longer hold a number of elements of a schema: `contains`, `minContains`, `maxContains`."""
    for held in _of(pair.removed, ir.Holds):
        yield Finding(f"need not hold {_counted(held)} elements of a certain kind", restrictions=(held, None))


@rule(Rules, Effect.NARROWS)
def not_added(pair: Rules) -> Iterator[Finding]:
    """Values of some schema are not valid any more: `not`."""
    for excludes in _of(pair.added, ir.Excludes):
        yield Finding("excludes values of a schema", restrictions=(None, excludes))


@rule(Rules, Effect.WIDENS)
def not_removed(pair: Rules) -> Iterator[Finding]:
    """Values of some schema are no longer excluded: `not`."""
    for excludes in _of(pair.removed, ir.Excludes):
        yield Finding("no longer excludes values of a schema", restrictions=(excludes, None))


@rule(Rules, Effect.NARROWS, oasdiff="{request,response}-{body,property}-{if,then,else,dependent-schema}-added")
def condition_added(pair: Rules) -> Iterator[Finding]:
    """Values of one schema must be of another: `if`, `then`, `else` or `dependentSchemas`."""
    for implies in _of(pair.added, ir.Implies):
        yield Finding("has a further condition", restrictions=(None, implies))


@rule(Rules, Effect.WIDENS, oasdiff="{request,response}-{body,property}-{if,then,else,dependent-schema}-removed")
def condition_removed(pair: Rules) -> Iterator[Finding]:
    """Values of one schema need no longer be of another: `if`, `then`, `else` or `dependentSchemas`."""
    for implies in _of(pair.removed, ir.Implies):
        yield Finding("has a condition less", restrictions=(implies, None))


@rule(
    Restrictions,
    Effect.CHANGES,
    oasdiff="{request,response}-{body,property}-dependent-required-changed"
    " {request,response}-{body,property}-{min,max}-contains-{increased,decreased}",
)
def restriction_changed(pair: Restrictions) -> Iterator[Finding]:
    """A keyword says something else of the value as a whole: `contains`, `dependentRequired`, `not`, `if` and the like.

    It is told by values whom that hurts: some were valid and no longer are, or some have become so, or both.
    """
    yield Finding(f"has another `{_keyword(pair.new)}`", restrictions=(pair.old, pair.new))


def _keyword(restriction: ir.Rule) -> str:
    match restriction:
        case ir.Together(most=0) | ir.Excludes():
            return "not"
        case ir.Together(most=most):
            return "oneOf" if most == 1 else "anyOf"
        case ir.Needs():
            return "dependentRequired"
        case ir.Names():
            return "propertyNames"
        case ir.Patterns():
            return "patternProperties"
        case ir.Unevaluated():
            return "unevaluatedProperties"
        case ir.Holds():
            return "contains"
        case ir.Implies():
            return "if"


def _of(rules: tuple[ir.Rule, ...], kind: type[_Kind]) -> Iterator[_Kind]:
    yield from (each for each in rules if isinstance(each, kind))


def _names(names: Iterator[str] | tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _chosen(together: ir.Together) -> str:
    sets = " or ".join(_names(names) for names in together.sets)
    if together.most == 0:
        return f"may not have {sets}"
    return f"needs {'exactly one of ' if together.most == 1 else ''}{sets}"


def _counted(held: ir.Holds) -> str:
    return f"at least {held.least}" + ("" if held.most is None else f" and at most {held.most}")
