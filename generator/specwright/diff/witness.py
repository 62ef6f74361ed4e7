"""Finds the value that shows a change: one document accepts it, the other refuses it, and both were asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, TypeAlias

from specwright import ir
from specwright.diff.alternatives import alternatives
from specwright.diff.at import At, Entry, Item, Member
from specwright.diff.change import Effect, Witness
from specwright.diff.judge import Document
from specwright.diff.rules.rule import ABSENT, Finding, Repeated
from specwright.diff.sample import Sampler
from specwright.ir import Json, Schema

_TRIED = 48
_UNDECLARED = "undeclared"


@dataclass(frozen=True, slots=True)
class Harmless:
    """Values were found that a change could have made invalid, and none of them is: something else makes up for it."""


@dataclass(frozen=True, slots=True)
class Unshown:
    """No value was found that could show a change."""


Outcome: TypeAlias = "Witness | Harmless | Unshown"


class Side:
    """One of the two documents: its named schemas, values of them, and its judge."""

    def __init__(self, name: str, api: ir.Api, document: Document) -> None:
        self.name = name
        self.schemas = {named.name: named.schema for named in api.schemas}
        self.sampler = Sampler(self.schemas)
        self.document = document

    def schema(self, at: At) -> Schema:
        """What this document says at a place."""
        found = at.old if self.name == "old" else at.new
        return ir.NoValue() if found is None else found

    def accepts(self, at: At, payload: Any) -> bool | None:
        """Whether a payload is valid; None if that cannot be told."""
        assert at.root is not None
        pointer = at.root.old_pointer if self.name == "old" else at.root.new_pointer
        judge = self.document.judge(pointer, at.root.direction)
        return None if judge is None else judge.accepts(payload)

    def object_at(self, at: At) -> ir.Object:
        """The object schema at a place; an empty one if there is none."""
        found = (each.schema for each in alternatives(self.schema(at), self.schemas).all)
        return next((each for each in found if isinstance(each, ir.Object)), ir.Object((), ir.AnyValue()))

    def array_at(self, at: At) -> ir.Array:
        """The array schema at a place; one of anything if there is none."""
        found = (each.schema for each in alternatives(self.schema(at), self.schemas).all)
        return next((each for each in found if isinstance(each, ir.Array)), ir.Array(ir.AnyValue()))


class Search:
    """Looks for witnesses in two documents."""

    def __init__(self, old: Side, new: Side) -> None:
        self._old = old
        self._new = new

    def outcome(self, finding: Finding, effect: Effect, at: At) -> Outcome:
        """What became of the search for the smallest value that shows what a rule says."""
        ways = [
            *([(self._old, self._new)] if effect in (Effect.NARROWS, Effect.CHANGES) else []),
            *([(self._new, self._old)] if effect in (Effect.WIDENS, Effect.CHANGES) else []),
        ]
        outcomes = [self._between(*way, finding, at) for way in ways] if at.root else []
        shown = (each for each in outcomes if isinstance(each, Witness))
        return next(
            shown, Harmless() if outcomes and all(isinstance(each, Harmless) for each in outcomes) else Unshown()
        )

    def _between(self, valid: Side, invalid: Side, finding: Finding, at: At) -> Outcome:
        """A value that one side accepts and the other refuses; harmless if there were values, and none was refused."""
        tried: dict[str, bool | None] = {}
        for payload in islice(self._payloads(valid, invalid, finding, at), _TRIED):
            text = json.dumps(payload, sort_keys=True)
            if text not in tried and valid.accepts(at, payload):
                tried[text] = invalid.accepts(at, payload)
                if tried[text] is False:
                    return Witness(Json.of(payload), valid.name)
        return Harmless() if any(tried.values()) else Unshown()

    def _payloads(self, valid: Side, invalid: Side, finding: Finding, at: At) -> Iterator[Any]:
        """Payloads with a value at the place, among the members that must be there; then among all there can be."""
        told = [_resolved(valid, at, value) for value in finding.values]
        drawn = islice(valid.sampler.values(valid.schema(at)), _TRIED)
        for value in chain(told, drawn):
            for full in (False, True):
                payload = _embedded(valid, invalid, at, value, full=full)
                if payload is not ABSENT:
                    yield payload


def _resolved(side: Side, at: At, value: object) -> Any:
    """A value that a rule gave, made now if it is an array or an object of some size."""
    if not isinstance(value, Repeated):
        return value
    kinds = (each.schema for each in alternatives(side.schema(at), side.schemas).all)
    holder = next((each for each in kinds if isinstance(each, ir.Array | ir.Object)), None)
    return ABSENT if holder is None or value.times > 10_000 else side.sampler.repeated(holder, value.times)


def _embedded(valid: Side, invalid: Side, at: At, value: Any, *, full: bool) -> Any:
    """The payload around a value at a place; `ABSENT` if there is none."""
    for here in at.upwards():
        if here.parent is None or here.step is None:
            continue
        match here.step:
            case Member(name=name):
                value = _with_member(valid, invalid, here.parent, name, value, full=full)
            case Entry():
                value = _with_member(valid, invalid, here.parent, _UNDECLARED, value, full=full)
            case Item(index=index):
                value = _with_item(valid, here.parent, index, value)
        if value is ABSENT:
            return ABSENT
    return value


def _with_member(valid: Side, invalid: Side, at: At, name: str, value: Any, *, full: bool) -> Any:
    """An object with a member, and what either document requires beside it, so that nothing else is at fault."""
    schema, other = valid.object_at(at), invalid.object_at(at)
    names = frozenset(each.wire_name for each in schema.properties if full or each.required) - {name}
    made = valid.sampler.object(schema, names)
    if made is ABSENT:
        return ABSENT
    for each in other.properties:
        if each.required and each.wire_name not in made and each.wire_name != name:
            beside = invalid.sampler.first(each.schema)
            if beside is not ABSENT and not isinstance(schema.additional, ir.NoValue):
                made[each.wire_name] = beside
    return made if value is ABSENT else {**made, name: value}


def _with_item(side: Side, at: At, index: int | None, value: Any) -> Any:
    schema = side.array_at(at)
    place = len(schema.prefix) if index is None else index
    if value is ABSENT:
        return ABSENT
    before = [side.sampler.first(each) for each in schema.prefix[:place]]
    after = [value] * max(0, schema.min_items - place - 1)
    found = [*before, value, *after]
    return ABSENT if any(each is ABSENT for each in found) else found
