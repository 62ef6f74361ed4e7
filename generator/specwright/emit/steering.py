"""A schema with conditions -> schemas without, from which payloads are drawn that keep to them more often than not.

Nothing here need be exact: what is drawn is judged in the end by the document itself. A condition is taken twice, once
met together with what follows, and once not met; what is excluded is stayed clear of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce

from specwright import ir
from specwright.intersect import Expand, intersect
from specwright.ir import NoValue, Schema


class Steering:
    """Steers through the schemas of one API; `expand` says what stands behind a reference."""

    def __init__(self, expand: Expand) -> None:
        self._expand = expand

    def branches(self, schema: ir.Object | ir.Refined) -> list[Schema]:
        """The schema with one of its conditions met, for each, and with none of them; at least one branch."""
        implied = [rule for rule in schema.rules if isinstance(rule, ir.Implies)]
        excluded = [rule.schema for rule in schema.rules if isinstance(rule, ir.Excludes)]
        base = reduce(self.apart, excluded, unruled(schema))
        met = [self.together(base, rule.condition, rule.consequence) for rule in implied]
        unmet = reduce(self.apart, [rule.condition for rule in implied], base)
        unmet = self.together(unmet, *(rule.alternative for rule in implied))
        found = [unruled(branch) for branch in dict.fromkeys((*met, unmet)) if not isinstance(branch, NoValue)]
        return found or [base]

    def together(self, *schemas: Schema) -> Schema:
        """What all of these admit."""
        return reduce(lambda left, right: intersect(left, right, self._expand), schemas)

    def apart(self, schema: Schema, other: Schema) -> Schema:
        """The part of a schema that another does not admit, where that is simple to tell; else all of it."""
        match self._opened(schema), self._opened(other):
            case own, excluded if own == excluded or (own, excluded) == (ir.Number(integral=True), ir.Number()):
                return NoValue()
            case own, ir.Union(members=members):
                return reduce(self.apart, members, schema)
            case ir.Union(members=members) as union, _:
                parted = tuple(self.apart(member, other) for member in members)
                possible = tuple(member for member in parted if not isinstance(member, NoValue))
                return replace(union, members=possible) if possible else schema
            case ir.Number() as own, ir.Number() as excluded if beyond := _beyond(excluded):
                return intersect(own, beyond, self._expand)
            case ir.Enumeration(values=mine), ir.Enumeration(values=theirs):
                left = tuple(value for value in mine if value not in theirs)
                return ir.Enumeration(left) if left else schema
            case ir.Object() as base, ir.Object() as excluded:
                return next(self._without_one(base, excluded), schema)
            case _:
                return schema

    def _without_one(self, base: ir.Object, excluded: ir.Object) -> Iterator[Schema]:
        """The object with one member that the other does not admit: absent, of another value, or at last present."""
        mine = {prop.wire_name: prop for prop in base.properties}
        for theirs in excluded.properties:
            own = mine.get(theirs.wire_name) or ir.Property(theirs.name, theirs.wire_name, base.additional, False)
            if (schema := self.apart(own.schema, theirs.schema)) != own.schema:
                yield _with(base, replace(own, schema=schema, required=own.required or not theirs.required))
            elif theirs.required and not own.required:
                yield _with(base, replace(own, schema=NoValue()))
        for theirs in excluded.properties:
            if theirs.wire_name in mine and not theirs.required:
                yield _with(base, replace(mine[theirs.wire_name], required=True))

    def _opened(self, schema: Schema) -> Schema:
        return self._expand(schema) if isinstance(schema, ir.Reference) else schema


def _beyond(number: ir.Number) -> ir.Number | None:
    """The numbers on the other side of a bound, if it has but one."""
    match (number.minimum, number.exclusive_minimum, number.maximum, number.exclusive_maximum):
        case (int() | float() as bound, None, None, None):
            return ir.Number(exclusive_maximum=bound)
        case (None, int() | float() as bound, None, None):
            return ir.Number(maximum=bound)
        case (None, None, int() | float() as bound, None):
            return ir.Number(exclusive_minimum=bound)
        case (None, None, None, int() | float() as bound):
            return ir.Number(minimum=bound)
        case _:
            return None


def _with(base: ir.Object, changed: ir.Property) -> ir.Object:
    others = (prop for prop in base.properties if prop.wire_name != changed.wire_name)
    return replace(base, properties=(*others, changed))


def unruled(schema: Schema) -> Schema:
    """The schema without its conditions and exclusions; rules that say what to draw are kept."""
    match schema:
        case ir.Object(rules=rules):
            return replace(schema, rules=tuple(_drawn(rules)))
        case ir.Refined(schema=inner, rules=rules):
            kept = tuple(_drawn(rules))
            return ir.Refined(inner, kept) if kept else inner
        case _:
            return schema


def _drawn(rules: Iterable[ir.Rule]) -> Iterator[ir.Rule]:
    return (rule for rule in rules if not isinstance(rule, ir.Implies | ir.Excludes))


def steered(schema: ir.Object | ir.Refined) -> bool:
    """Whether a schema has conditions or exclusions."""
    return any(isinstance(rule, ir.Implies | ir.Excludes) for rule in schema.rules)
