"""Values that break a restriction, or the schemas of one side: what shows that only one document is so strict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, cast

from specwright import ir
from specwright.diff.alternatives import alternatives
from specwright.diff.pattern import matching
from specwright.diff.sample import ANYTHING, Sampler
from specwright.ir import Schema
from specwright.kinds import kind_of

_NAMES = ("undeclared", "A", "?", "0", "", "a" * 100)
_FEW = 6


def breaking(restriction: ir.Rule, values: Sequence[Any], members: Sequence[Any], sampler: Sampler) -> Iterator[Any]:
    """Values made of those that are valid without a restriction, so that they may break it.

    `members` may stand in such a value under any name, and `sampler` knows the document that has the restriction.
    """
    match restriction:
        case ir.Together(sets=sets):
            yield from chain(_without(values, {name for names in sets for name in names}), values)
        case ir.Needs(needed=needed):
            yield from _without(values, set(needed))
        case ir.Names() | ir.Unevaluated():
            yield from _with(values, _NAMES, members)
        case ir.Patterns(patterns=patterns):
            yield from _with(values, [name for pattern, _ in patterns for name in matching(pattern, 0, None)], members)
            yield from _with(values, _NAMES, members)
        case ir.Holds(schema=schema, least=least, most=most):
            for item in islice(sampler.values(schema), _FEW):
                yield from ([item] * max(0, least - 1), [item] * ((most or 0) + 1))
        case ir.Excludes(schema=schema):
            yield from _merged(values, sampler.values(schema))
        case ir.Implies(condition=condition):
            yield from _merged(values, chain(sampler.values(condition), ({},)))


def spoiled(value: Mapping[str, Any], schema: Schema, schemas: Mapping[str, Schema]) -> Iterator[Any]:
    """An object with members that the objects of a schema declare, each of a kind that none of them admits."""
    objects = [each.schema for each in alternatives(schema, schemas).all if isinstance(each.schema, ir.Object)]
    wrong: dict[str, Any] = {}
    for prop in (each for held in objects for each in held.properties if each.wire_name not in value):
        found = alternatives(prop.schema, schemas)
        kinds = {*(each.kind for each in found.all), *(["null"] if found.null else [])}
        fault = next((each for each in ANYTHING if "" not in kinds and kind_of(each) not in kinds), value)
        if fault is not value:
            wrong[prop.wire_name] = fault
    yield from ({**value, name: fault} for name, fault in islice(wrong.items(), _FEW))
    if len(wrong) > 1:
        yield {**value, **wrong}


def _without(values: Iterable[Any], names: set[str]) -> Iterator[Any]:
    for value in _objects(values):
        yield {name: member for name, member in value.items() if name not in names}


def _with(values: Sequence[Any], names: Iterable[str], members: Sequence[Any]) -> Iterator[Any]:
    objects = islice(_objects(values), 1)
    yield from ({**value, name: member} for value in objects for name in names for member in members)


def _merged(values: Sequence[Any], added: Iterable[Any]) -> Iterator[Any]:
    """Each value that is added, or if it is an object, each object with its members."""
    objects = list(_objects(values))
    for value in islice(added, _FEW):
        found = [{**each, **held} for held in _objects([value]) for each in objects]
        yield from found or [value]


def _objects(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    yield from (cast("dict[str, Any]", value) for value in values if isinstance(value, dict))
