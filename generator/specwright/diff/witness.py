"""Finds the value that shows a change: one document accepts it, the other refuses it, and both were asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import chain, islice
from typing import Any, cast

from specwright import ir
from specwright.diff.alternatives import alternatives
from specwright.diff.at import At, Entry, Item, Member, Root
from specwright.diff.breaking import breaking, spoiled
from specwright.diff.change import Effect, Witness
from specwright.diff.judge import Document
from specwright.diff.rules.rule import ABSENT, Finding, Repeated
from specwright.diff.sample import Sampler
from specwright.ir import Json, Schema

_TRIED = 200
_DRAWN = 48
_UNDECLARED = "undeclared"


class Harmless(Enum):
    """Values were found that a change could have made invalid, and none of them is: something else makes up for it."""

    HARMLESS = "harmless"


HARMLESS = Harmless.HARMLESS


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of the valid values, as far as that could be told, and a value that shows it if one was found."""

    effect: Effect
    witness: Witness | None = None


class Side:
    """One of the two documents: its named schemas, values of them, and its judge."""

    def __init__(self, name: str, api: ir.Api, document: Document) -> None:
        self.name = name
        self.schemas = {named.name: named.schema for named in api.schemas}
        self._pointers = {named.name: named.pointer for named in api.schemas}
        self.sampler = Sampler(self.schemas)
        self.document = document

    def schema(self, at: At) -> Schema:
        """What this document says at a place."""
        found = at.old if self.name == "old" else at.new
        return ir.NoValue() if found is None else found

    def accepts(self, at: At, payload: Any) -> bool | None:
        """Whether a payload is valid; None if that cannot be told."""
        assert at.root is not None
        judge = self.document.judge(self._root(at.root), at.root.direction)
        return None if judge is None else judge.accepts(payload)

    def shuts_out(self, at: At, schema: Schema | None) -> bool:
        """Whether a named schema admits values, but the `oneOf` at a place none of them: others admit them, too."""
        if not isinstance(schema, ir.Reference) or not alternatives(self.schema(at), self.schemas).exclusive:
            return False
        assert at.root is not None
        place = at.old_place if self.name == "old" else at.new_place
        alone = self.document.judge(self._pointers[schema.name], at.root.direction)
        union = self.document.judge(place.pointer if at.parent else self._root(at.root), at.root.direction)
        if alone is None or union is None:
            return False
        values = list(filter(alone.accepts, islice(self.sampler.values(schema), _DRAWN)))
        return bool(values) and not any(map(union.accepts, values))

    def _root(self, root: Root) -> str:
        return root.old_pointer if self.name == "old" else root.new_pointer

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
        """What values show of a finding: a witness, and the effect if it turns out to be less than was said.

        Of what changes the valid values, each way is looked at: where values were found that only the one document
        could refuse, and it does not, the change is no more than the other way.
        """
        ways = [
            *([(self._old, self._new, Effect.NARROWS)] if effect in (Effect.NARROWS, Effect.CHANGES) else []),
            *([(self._new, self._old, Effect.WIDENS)] if effect in (Effect.WIDENS, Effect.CHANGES) else []),
        ]
        if at.root is None:
            return Outcome(effect)
        shown = {way: self._between(valid, invalid, finding, at) for valid, invalid, way in ways}
        witness = next((each for each in shown.values() if isinstance(each, Witness)), None)
        left = [way for way, each in shown.items() if each is not HARMLESS]
        return Outcome(left[0] if len(left) == 1 else effect if left else Effect.KEEPS, witness)

    def _between(self, valid: Side, invalid: Side, finding: Finding, at: At) -> Witness | Harmless | None:
        """A value that one side accepts and the other refuses; harmless if those that aim at that do not show it."""
        tried: dict[str, bool | None] = {}
        harmless = False
        for payload, aimed in islice(_payloads(valid, invalid, finding, at), _TRIED):
            text = json.dumps(payload, sort_keys=True)
            if text not in tried and valid.accepts(at, payload):
                tried[text] = invalid.accepts(at, payload)
                if tried[text] is False:
                    return Witness(Json.of(payload), valid.name)
                harmless = harmless or (aimed and tried[text] is True)
        return HARMLESS if harmless or valid.shuts_out(at, _about(valid, finding)) else None


def _payloads(valid: Side, invalid: Side, finding: Finding, at: At) -> Iterator[tuple[Any, bool]]:
    """Payloads with a value at the place, among the members that must be there; then among all there can be.

    With each, whether it is one of those that aim at the change.
    """
    drawn = list(islice(valid.sampler.values(valid.schema(at)), _DRAWN))
    aimed = chain(_told(valid, finding, at), _drawn(valid, finding))
    for value in _distinct(aimed):
        yield from ((payload, True) for payload in _embedded(valid, invalid, at, value))
    for value in _distinct(chain(_broken(valid, invalid, finding, at), drawn, _spoiled(invalid, at, drawn))):
        yield from ((payload, False) for payload in _embedded(valid, invalid, at, value))


def _told(side: Side, finding: Finding, at: At) -> Iterator[Any]:
    """The values that a rule gave, made now if they are arrays or objects of some size."""
    yield from (_resolved(side, at, value) for value in finding.values)


def _drawn(side: Side, finding: Finding) -> Iterator[Any]:
    """Values of the schema that the change is about, if this document has it."""
    schema = _about(side, finding)
    return islice(side.sampler.values(schema), _DRAWN) if schema is not None else iter(())


def _about(side: Side, finding: Finding) -> Schema | None:
    """The schema that the change is about, if this document has it."""
    return finding.schemas[0 if side.name == "old" else 1]


def _broken(valid: Side, invalid: Side, finding: Finding, at: At) -> Iterator[Any]:
    """Values that break the restriction that the change is about, if the document that is to refuse them has it."""
    restriction = finding.restrictions[0 if invalid.name == "old" else 1]
    if restriction is not None:
        values = list(islice(valid.sampler.values(valid.schema(at)), _DRAWN))
        members = list(islice(valid.sampler.values(valid.object_at(at).additional), _DRAWN))
        yield from breaking(restriction, values, members, invalid.sampler)


def _spoiled(invalid: Side, at: At, values: list[Any]) -> Iterator[Any]:
    """Objects with members that only the other document speaks of, where it admits no such value."""
    for value in values[:3]:
        if isinstance(value, dict):
            yield from spoiled(cast("dict[str, Any]", value), invalid.schema(at), invalid.schemas)


def _distinct(values: Iterator[Any]) -> Iterator[Any]:
    """Each value once."""
    seen: set[str] = set()
    for value in values:
        text = "" if value is ABSENT else json.dumps(value, sort_keys=True)
        if text not in seen:
            seen.add(text)
            yield value


def _resolved(side: Side, at: At, value: object) -> Any:
    """A value that a rule gave, made now if it is an array or an object of some size."""
    if not isinstance(value, Repeated):
        return value
    kinds = (each.schema for each in alternatives(side.schema(at), side.schemas).all)
    holder = next((each for each in kinds if isinstance(each, ir.Array | ir.Object)), None)
    return ABSENT if holder is None or value.times > 10_000 else side.sampler.repeated(holder, value.times)


def _embedded(valid: Side, invalid: Side, at: At, value: Any) -> Iterator[Any]:
    """The payloads around a value at a place: with the members that must be there, and with all that can be."""
    found = (_surrounded(valid, invalid, at, value, full=full) for full in (False, True))
    yield from (payload for payload in found if payload is not ABSENT)


def _surrounded(valid: Side, invalid: Side, at: At, value: Any, *, full: bool) -> Any:
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
    more = max(0, schema.min_items - place - 1)
    others = (each for each in side.sampler.distinct(schema.items) if each != value)
    after = list(islice(others, more)) if schema.unique else [value] * more
    found = [*before, value, *after]
    return ABSENT if any(each is ABSENT for each in found) else found
