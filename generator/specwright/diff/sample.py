"""Values of a schema, small ones first: what witnesses are made of. Whether they are valid is for a judge to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, islice, permutations, zip_longest
from math import ceil
from typing import Any, cast

from specwright import ir
from specwright.diff.pattern import matching
from specwright.diff.rules.rule import ABSENT
from specwright.ir import Schema

_DEEPEST = 8
_UNDECLARED = "undeclared"
ANYTHING: tuple[Any, ...] = ({}, "", 0, True, [], None, 0.5, "a")
_FORMATTED = {
    ir.Format.DATE: "2000-01-01",
    ir.Format.DATE_TIME: "2000-01-01T00:00:00Z",
    ir.Format.UUID: "00000000-0000-0000-0000-000000000000",
    ir.Format.BINARY: "",
}


class Sampler:
    """Values of the schemas of one document, given by its named schemas."""

    def __init__(self, schemas: Mapping[str, Schema]) -> None:
        self._schemas = schemas

    def first(self, schema: Schema, depth: int = 0) -> Any:
        """The smallest value; `ABSENT` if none is found."""
        return next(self.values(schema, depth), ABSENT)

    def values(self, schema: Schema, depth: int = 0) -> Iterator[Any]:
        """A few values of every kind that it admits."""
        match schema:
            case ir.AnyValue():
                yield from ANYTHING
            case ir.NoValue():
                return
            case ir.Null():
                yield None
            case ir.Boolean():
                yield from (True, False)
            case ir.Number():
                yield from _numbers(schema)
            case ir.String():
                yield from _strings(schema)
            case ir.Enumeration(values=values):
                yield from (value.value for value in values)
            case ir.Reference(name=name):
                if depth < _DEEPEST:
                    yield from self.values(self._schemas[name], depth + 1)
            case ir.Refined(schema=inner, rules=rules):
                for held in (each for each in rules if isinstance(each, ir.Holds)):
                    yield from ([item] * max(1, held.least) for item in islice(self.values(held.schema, depth + 1), 3))
                yield from self.values(inner, depth)
            case ir.Union(members=members):
                yield from self._alternating(members, depth)
            case ir.Array():
                yield from self._arrays(schema, depth)
            case ir.Object():
                yield from self._objects(schema, depth)

    def _alternating(self, members: tuple[Schema, ...], depth: int) -> Iterator[Any]:
        """The first value of each member, then the second of each; last the objects that are of two members at once.

        So what ends at once comes before what holds itself.
        """
        found = zip_longest(*(islice(self.values(member, depth), 6) for member in members), fillvalue=ABSENT)
        objects: list[dict[str, Any]] = []
        for value in chain.from_iterable(found):
            if value is not ABSENT:
                yield value
            if isinstance(value, dict) and len(objects) < 4:
                objects.append(cast("dict[str, Any]", value))
        yield from ({**one, **other} for one, other in permutations(objects, 2))

    def _arrays(self, schema: ir.Array, depth: int) -> Iterator[Any]:
        least = max(schema.min_items, 0)
        for length in (least, least + 1):
            made = self.repeated(schema, length, depth + 1)
            if made is not ABSENT:
                yield made
        for item in islice(self.values(schema.items, depth + 1), 1, 4):
            yield [item] * max(1, least)

    def repeated(self, schema: ir.Array | ir.Object, times: int, depth: int = 0) -> Any:
        """An array or an object of so many members; `ABSENT` if there is none."""
        if isinstance(schema, ir.Object):
            return self._of_size(schema, times, depth)
        fixed = [self.first(each, depth) for each in schema.prefix[:times]]
        more = times - len(fixed)
        if schema.unique:
            rest = list(islice(self.distinct(schema.items, depth), more))
        else:
            rest = [self.first(schema.items, depth)] * more
        found = [*fixed, *rest]
        return ABSENT if len(found) < times or any(each is ABSENT for each in found) else found

    def distinct(self, schema: Schema, depth: int = 0) -> Iterator[Any]:
        """Many values, no two of them equal."""
        match schema:
            case ir.Number(minimum=minimum, multiple_of=multiple_of):
                step = multiple_of or 1
                least = ceil((minimum or 0) / step)
                yield from (number * step for number in range(least, least + 1000))
            case ir.String(pattern=None, format=None, min_length=least):
                yield from (str(number).rjust(least, "0") for number in range(1000))
            case _:
                yield from self.values(schema, depth)

    def _of_size(self, schema: ir.Object, times: int, depth: int) -> Any:
        held = {each.wire_name: self.first(each.schema, depth + 1) for each in _required_first(schema)[:times]}
        other = self.first(schema.additional, depth + 1)
        for number in range(times - len(held)):
            held[f"member{number}"] = other
        return ABSENT if any(value is ABSENT for value in held.values()) else held

    def _objects(self, schema: ir.Object, depth: int) -> Iterator[Any]:
        """With the required members; with each set that a rule speaks of; with all of them; with one that varies."""
        smallest: dict[str, Any] | None = None
        for names in _memberships(schema):
            made = self.object(schema, names, depth)
            if made is not ABSENT:
                smallest = made if smallest is None else smallest
                yield made
        if smallest is not None:
            yield from self._varied(schema, smallest, depth)

    def _varied(self, schema: ir.Object, smallest: dict[str, Any], depth: int) -> Iterator[Any]:
        """The smallest object with another value of one member, or with one that is not declared."""
        for name, held in (*self._named(schema), (_UNDECLARED, schema.additional)):
            yield from ({**smallest, name: value} for value in islice(self.values(held, depth + 1), 1))
        for each in schema.properties:
            for value in islice(self.values(each.schema, depth + 1), 1, 4):
                yield {**smallest, each.wire_name: value}

    def _named(self, schema: ir.Object) -> Iterator[tuple[str, Schema]]:
        """Names that rules speak of, and what a member of such a name holds."""
        for rule in schema.rules:
            if isinstance(rule, ir.Names):
                names = islice(self.values(rule.schema), 3)
                yield from ((name, schema.additional) for name in names if isinstance(name, str))
            elif isinstance(rule, ir.Patterns):
                for pattern, held in rule.patterns:
                    yield from ((name, held) for name in islice(matching(pattern, 0, None), 1))

    def object(self, schema: ir.Object, names: frozenset[str], depth: int = 0) -> Any:
        """An object with members of these names, and as many as it needs; `ABSENT` if one of them has no value."""
        if depth > _DEEPEST:
            return ABSENT
        held: dict[str, Any] = {}
        for each in schema.properties:
            if each.wire_name in names:
                value = self.first(each.schema, depth + 1)
                if value is not ABSENT:
                    held[each.wire_name] = value
                elif each.required:
                    return ABSENT
        return self._filled(schema, held, depth)

    def _filled(self, schema: ir.Object, held: dict[str, Any], depth: int) -> dict[str, Any]:
        other = self.first(schema.additional, depth + 1)
        for number in range(schema.min_properties - len(held)):
            if other is not ABSENT:
                held[f"member{number}"] = other
        return held


def _memberships(schema: ir.Object) -> Iterator[frozenset[str]]:
    required = frozenset(each.wire_name for each in schema.properties if each.required)
    everything = frozenset(each.wire_name for each in schema.properties)
    sets = (names for each in schema.rules if isinstance(each, ir.Together) for names in each.sets)
    needed = (frozenset((each.name,)) for each in schema.rules if isinstance(each, ir.Needs))
    alone = (frozenset((name,)) for name in sorted(everything - required)[:20])
    found = chain((required,), (required | set(names) for names in sets), (required | names for names in needed))
    yield from dict.fromkeys(chain(found, (everything,), (required | names for names in alone)))


def _required_first(schema: ir.Object) -> list[ir.Property]:
    return sorted(schema.properties, key=lambda each: not each.required)


def _numbers(number: ir.Number) -> Iterator[float]:
    bounds = (number.minimum, number.maximum, number.exclusive_minimum, number.exclusive_maximum)
    near = [bound + step for bound in bounds if bound is not None for step in (0, 1, -1, 0.5, -0.5)]
    if number.minimum is not None and number.maximum is not None:
        near.append((number.minimum + number.maximum) / 2)
    usual = (0, 1, number.multiple_of or 0, -1) if number.integral else (0, 1, number.multiple_of or 0, 0.5, -1)
    for value in dict.fromkeys((*usual, *near)):
        if _within(number, value):
            yield int(value) if value == int(value) else value


def _within(number: ir.Number, value: float) -> bool:
    return not (
        (number.integral and value != int(value))
        or (number.minimum is not None and value < number.minimum)
        or (number.maximum is not None and value > number.maximum)
        or (number.exclusive_minimum is not None and value <= number.exclusive_minimum)
        or (number.exclusive_maximum is not None and value >= number.exclusive_maximum)
        or (number.multiple_of is not None and value % number.multiple_of)
    )


def _strings(string: ir.String) -> Iterator[str]:
    if string.format is not None:
        yield _FORMATTED[string.format]
    elif string.pattern is not None:
        yield from matching(string.pattern, string.min_length, string.max_length)
    else:
        yield from dict.fromkeys(("a" * string.min_length, "a" * max(1, string.min_length)))
        yield "0" * max(1, string.min_length)
