"""Pairs the parts of two schemas, down to where one document says something else than the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import TypeAlias

from specwright import ir
from specwright.diff import pairs
from specwright.diff.alike import Alike
from specwright.diff.alternatives import Alternative, Alternatives, alternatives
from specwright.diff.at import At, Entry, Item, Member, Owner
from specwright.diff.likeness import other_tags, same_name, same_tags, similar
from specwright.ir import Schema

Found: TypeAlias = "tuple[pairs.Pair, At]"
_OPEN = (ir.AnyValue, ir.NoValue)


class Shapes:
    """Walks over schemas of two documents; what is below two named schemas is walked once for each direction."""

    def __init__(self, old: ir.Api, new: ir.Api) -> None:
        self.uses: dict[Owner, set[Owner]] = {}
        self._old: Mapping[str, Schema] = {named.name: named.schema for named in old.schemas}
        self._new: Mapping[str, Schema] = {named.name: named.schema for named in new.schemas}
        self._places = (
            {named.name: named.location for named in old.schemas},
            {named.name: named.location for named in new.schemas},
        )
        self._alike = Alike(self._old, self._new)
        self._waiting: deque[tuple[Alternative, Alternative, At]] = deque()
        self._seen: set[Owner] = set()

    def schemas(self, at: At) -> Iterator[Found]:
        """The pairs at a place and inside it, named schemas excepted: those wait for `named`."""
        assert at.old is not None and at.new is not None
        old, new = alternatives(at.old, self._old), alternatives(at.new, self._new)
        if old.all and new.all and old.null != new.null and not _any_of((*old.all, *new.all)):
            yield pairs.Nulls(old.null, new.null), at
        yield from self._ruled(old.rules, new.rules, at)
        if not old.all or not new.all:
            if old.all or new.all:
                yield pairs.Types(at.old, at.new), at
        elif len(old.all) == len(new.all) == 1:
            yield from self._alternative(old.all[0], new.all[0], at)
        else:
            yield from self._union(old, new, at)

    def named(self) -> Iterator[Found]:
        """The pairs inside the named schemas that were met, the nearest to an operation first."""
        while self._waiting:
            old, new, at = self._waiting.popleft()
            assert isinstance(old.schema, ir.Object) and isinstance(new.schema, ir.Object)
            yield from self._object(old.schema, new.schema, at)

    # --- alternatives -------------------------------------------------------------------------------------------------

    def _union(self, old: Alternatives, new: Alternatives, at: At) -> Iterator[Found]:
        matches = list(self._matches(old.all, new.all))
        removed = tuple(each for each in old.all if all(each is not before for before, _ in matches))
        added = tuple(each for each in new.all if all(each is not after for _, after in matches))
        if (removed and added and not matches) or any(
            isinstance(each.schema, ir.AnyValue) for each in (*removed, *added)
        ):
            yield pairs.Types(at.old or ir.NoValue(), at.new or ir.NoValue()), at
        elif removed or added:
            gone, come = (tuple(each.as_schema for each in side) for side in (removed, added))
            yield pairs.Alternatives(gone, come), at
        elif old.discriminator != new.discriminator:
            yield pairs.Discriminators(old.discriminator, new.discriminator), at
        if old.exclusive != new.exclusive and len(old.all) > 1 and len(new.all) > 1:
            yield pairs.Exclusives(old.exclusive, new.exclusive), at
        for before, after in matches:
            yield from self._alternative(before, after, at.inside(None, before.as_schema, after.as_schema))

    def _matches(
        self, old: Sequence[Alternative], new: Sequence[Alternative]
    ) -> Iterator[tuple[Alternative, Alternative]]:
        """Pairs of alternatives: that say the same, are tagged alike, have one name, or are the last of their kind."""
        rest_old, rest_new = list(old), list(new)
        for same in (self._same, same_tags, same_name, similar):
            for before in tuple(rest_old):
                after = next((each for each in rest_new if same(before, each)), None)
                if after is not None:
                    rest_old.remove(before)
                    rest_new.remove(after)
                    yield before, after
        for before in rest_old:
            rivals = [each for each in rest_old if each.kind == before.kind]
            likely = [each for each in rest_new if each.kind == before.kind]
            if before.kind and len(rivals) == len(likely) == 1 and not other_tags(before, likely[0]):
                yield before, likely[0]

    def _same(self, old: Alternative, new: Alternative) -> bool:
        return self._alike(old.schema, new.schema) and self._alike(old.rules, new.rules)

    def _alternative(self, old: Alternative, new: Alternative, at: At) -> Iterator[Found]:
        yield from self._ruled(old.rules, new.rules, at)
        match old.schema, new.schema:
            case ir.Object(), ir.Object() if old.name and new.name:
                self._meet(old, new, at)
            case ir.Object(), ir.Object():
                yield from self._object(old.schema, new.schema, at)
            case ir.Array(), ir.Array():
                yield from self._array(old.schema, new.schema, at)
            case ir.Number(), ir.Number() if old.schema != new.schema:
                yield pairs.Numbers(old.schema, new.schema), at
            case ir.String(), ir.String() if old.schema != new.schema:
                yield pairs.Strings(old.schema, new.schema), at
            case ir.Enumeration(), ir.Enumeration():
                if set(old.schema.values) != set(new.schema.values):
                    yield pairs.Enumerations(old.schema, new.schema), at
            case ir.Enumeration(), _ if old.kind == new.kind:
                yield pairs.Enumerations(old.schema, None), at
            case _, ir.Enumeration() if old.kind == new.kind:
                yield pairs.Enumerations(None, new.schema), at
            case _ if type(old.schema) is not type(new.schema):
                yield pairs.Types(old.schema, new.schema), at
            case _:
                return

    def _ruled(
        self,
        old: tuple[ir.Rule, ...],
        new: tuple[ir.Rule, ...],
        at: At,
        old_required: Set[str] = frozenset(),
        new_required: Set[str] = frozenset(),
    ) -> Iterator[Found]:
        """What only one side says, but for what the other side implies with the members that it requires."""
        gone = (each for each in old if not any(self._alike(each, other) for other in new))
        come = (each for each in new if not any(self._alike(other, each) for other in old))
        removed = [each for each in gone if not _implied(each, new_required)]
        added = [each for each in come if not _implied(each, old_required)]
        for before in tuple(removed):
            after = next((each for each in added if _same_keyword(before, each)), None)
            if after is not None:
                removed.remove(before)
                added.remove(after)
                yield pairs.Restrictions(before, after), at
        if removed or added:
            yield pairs.Rules(tuple(removed), tuple(added)), at

    # --- what holds other schemas -------------------------------------------------------------------------------------

    def _meet(self, old: Alternative, new: Alternative, at: At) -> None:
        """Two named schemas are walked later, and only where they are met first."""
        assert at.direction is not None
        owner = (old.name, new.name, at.direction)
        self.uses.setdefault(at.owner, set()).add(owner)
        if owner not in self._seen:
            self._seen.add(owner)
            self._waiting.append((old, new, at.owned(owner, self._places[0][old.name], self._places[1][new.name])))

    def _array(self, old: ir.Array, new: ir.Array, at: At) -> Iterator[Found]:
        sized, resized = _sized(old), _sized(new)
        if _bounds(sized) != _bounds(resized):
            yield pairs.Arrays(sized, resized), at
        fixed = max(len(old.prefix), len(new.prefix))
        for index in range(fixed):
            before, after = ((*side.prefix, *[side.items] * fixed)[index] for side in (old, new))
            yield from self.schemas(at.inside(Item(index), before, after))
        yield from self.schemas(at.inside(Item(), old.items, new.items))

    def _object(self, old: ir.Object, new: ir.Object, at: At) -> Iterator[Found]:
        if (old.min_properties, old.max_properties) != (new.min_properties, new.max_properties):
            yield pairs.Objects(old, new), at
        yield from self._ruled(old.rules, new.rules, at, _required(old), _required(new))
        yield from self._others(at.inside(Entry(), old.additional, new.additional))
        before, after = ({each.wire_name: each for each in side.properties} for side in (old, new))
        for name in dict.fromkeys((*before, *after)):
            left, right = before.get(name), after.get(name)
            schemas = (left.schema if left else old.additional, right.schema if right else new.additional)
            inner = at.inside(Member(name), *schemas).placed(left, right)
            yield pairs.Properties(left, right, old.additional, new.additional), inner
            if left and right:
                yield from self.schemas(inner)

    def _others(self, at: At) -> Iterator[Found]:
        """What a member may hold that is not declared, which may be nothing at all, or anything."""
        assert at.old is not None and at.new is not None
        if not isinstance(at.old, _OPEN) and not isinstance(at.new, _OPEN):
            yield from self.schemas(at)
        elif at.old != at.new:
            yield pairs.Others(at.old, at.new), at


def _same_keyword(old: ir.Rule, new: ir.Rule) -> bool:
    match old, new:
        case ir.Needs(name=before), ir.Needs(name=after):
            return before == after
        case _:
            return type(old) is type(new)


def _sized(array: ir.Array) -> ir.Array:
    """An array without the greatest length that only says again that nothing comes after the prefix."""
    ends = isinstance(array.items, ir.NoValue) and array.max_items == len(array.prefix)
    return replace(array, max_items=None) if ends else array


def _bounds(array: ir.Array) -> tuple[int, int | None, bool]:
    return array.min_items, array.max_items, array.unique


def _required(schema: ir.Object) -> Set[str]:
    return {each.wire_name for each in schema.properties if each.required}


def _implied(rule: ir.Rule, required: Set[str]) -> bool:
    """Whether objects keep to a rule anyway, since they have these members."""
    match rule:
        case ir.Together(sets=sets, least=least, most=None):
            return sum(required >= set(names) for names in sets) >= least
        case ir.Needs(needed=needed):
            return required >= set(needed)
        case _:
            return False


def _any_of(found: Iterable[Alternative]) -> bool:
    """Whether one of them is anything at all."""
    return any(isinstance(each.schema, ir.AnyValue) for each in found)
