"""Rules about what a schema says of a value as a whole: `not`, `if`, `contains`, `dependentRequired` and the like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from specwright import ir
from specwright.diff.change import Effect
from specwright.diff.pairs import Rules
from specwright.diff.rules.rule import Finding, rule

_Kind = TypeVar("_Kind", bound=ir.Rule)


@rule(Rules, Effect.NARROWS, oasdiff="*-all-of-added *-dependent-required-added *-dependent-required-changed")
def dependent_required_added(pair: Rules) -> Iterator[Finding]:
    """Where one member is present, so must others be: `dependentRequired`."""
    for needs in _of(pair.added, ir.Needs):
        yield Finding(f"needs {_names(needs.needed)} where `{needs.name}` is present")


@rule(Rules, Effect.WIDENS, oasdiff="*-all-of-removed *-dependent-required-removed")
def dependent_required_removed(pair: Rules) -> Iterator[Finding]:
    """Where one member is present, others need no longer be: `dependentRequired`."""
    for needs in _of(pair.removed, ir.Needs):
        yield Finding(f"does not need {_names(needs.needed)} where `{needs.name}` is present")


@rule(Rules, Effect.NARROWS, oasdiff="*-any-of-removed *-all-of-added")
def member_choice_added(pair: Rules) -> Iterator[Finding]:
    """A choice between sets of members must be made: `anyOf`, `oneOf` or `not` around `required`."""
    for together in _of(pair.added, ir.Together):
        yield Finding(_chosen(together))


@rule(Rules, Effect.WIDENS, oasdiff="*-any-of-added *-all-of-removed")
def member_choice_removed(pair: Rules) -> Iterator[Finding]:
    """A choice between sets of members need no longer be made: `anyOf`, `oneOf` or `not` around `required`."""
    for together in _of(pair.removed, ir.Together):
        yield Finding(f"no longer {_chosen(together)}")


@rule(Rules, Effect.NARROWS, oasdiff="*-property-names-added")
def property_names_added(pair: Rules) -> Iterator[Finding]:
    """The names of all members must be of a schema: `propertyNames`."""
    for _ in _of(pair.added, ir.Names):
        yield Finding("restricts the names of members")


@rule(Rules, Effect.WIDENS, oasdiff="*-property-names-removed")
def property_names_removed(pair: Rules) -> Iterator[Finding]:
    """The names of members need no longer be of a schema: `propertyNames`."""
    for _ in _of(pair.removed, ir.Names):
        yield Finding("no longer restricts the names of members")


@rule(Rules, Effect.NARROWS, oasdiff="*-pattern-property-added")
def pattern_properties_added(pair: Rules) -> Iterator[Finding]:
    """Members whose names match an expression must be of a schema: `patternProperties`."""
    for patterns in _of(pair.added, ir.Patterns):
        yield Finding(f"restricts members whose names match {_names(pattern for pattern, _ in patterns.patterns)}")


@rule(Rules, Effect.WIDENS, oasdiff="*-pattern-property-removed")
def pattern_properties_removed(pair: Rules) -> Iterator[Finding]:
    """Members whose names match an expression need no longer be of a schema: `patternProperties`."""
    for patterns in _of(pair.removed, ir.Patterns):
        yield Finding(f"no longer restricts members like {_names(pattern for pattern, _ in patterns.patterns)}")


@rule(Rules, Effect.NARROWS, oasdiff="*-unevaluated-properties-added")
def unevaluated_properties_added(pair: Rules) -> Iterator[Finding]:
    """Members that no part of the schema speaks of are restricted: `unevaluatedProperties`."""
    for _ in _of(pair.added, ir.Unevaluated):
        yield Finding("restricts members that no part of the schema speaks of")


@rule(Rules, Effect.WIDENS, oasdiff="*-unevaluated-properties-removed")
def unevaluated_properties_removed(pair: Rules) -> Iterator[Finding]:
    """Members that no part of the schema speaks of are not restricted any more: `unevaluatedProperties`."""
    for _ in _of(pair.removed, ir.Unevaluated):
        yield Finding("no longer restricts members that no part of the schema speaks of")


@rule(Rules, Effect.NARROWS, oasdiff="*-contains-added *-min-contains-increased *-max-contains-decreased")
def contains_added(pair: Rules) -> Iterator[Finding]:
    """An array must hold a number of elements of a schema: `contains`, `minContains`, `maxContains`."""
    for held in _of(pair.added, ir.Holds):
        yield Finding(f"holds {_counted(held)} elements of a certain kind", ([],))


@rule(Rules, Effect.WIDENS, oasdiff="*-contains-removed *-min-contains-decreased *-max-contains-increased")
def contains_removed(pair: Rules) -> Iterator[Finding]:
    """An array need no longer hold a number of elements of a schema: `contains`, `minContains`, `maxContains`."""
    for held in _of(pair.removed, ir.Holds):
        yield Finding(f"need not hold {_counted(held)} elements of a certain kind", ([],))


@rule(Rules, Effect.NARROWS, oasdiff="*-all-of-added")
def not_added(pair: Rules) -> Iterator[Finding]:
    """Values of some schema are not valid any more: `not`."""
    for _ in _of(pair.added, ir.Excludes):
        yield Finding("excludes values of a schema")


@rule(Rules, Effect.WIDENS, oasdiff="*-all-of-removed")
def not_removed(pair: Rules) -> Iterator[Finding]:
    """Values of some schema are no longer excluded: `not`."""
    for _ in _of(pair.removed, ir.Excludes):
        yield Finding("no longer excludes values of a schema")


@rule(Rules, Effect.NARROWS, oasdiff="*-if-added *-then-added *-else-added *-dependent-schema-added")
def condition_added(pair: Rules) -> Iterator[Finding]:
    """Values of one schema must be of another: `if`, `then`, `else` or `dependentSchemas`."""
    for _ in _of(pair.added, ir.Implies):
        yield Finding("has a further condition")


@rule(Rules, Effect.WIDENS, oasdiff="*-if-removed *-then-removed *-else-removed *-dependent-schema-removed")
def condition_removed(pair: Rules) -> Iterator[Finding]:
    """Values of one schema need no longer be of another: `if`, `then`, `else` or `dependentSchemas`."""
    for _ in _of(pair.removed, ir.Implies):
        yield Finding("has a condition less")


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
