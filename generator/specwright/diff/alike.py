"""Whether two schemas of two documents say the same, whatever their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import cast

from specwright import ir
from specwright.ir import Schema

Assumed = set[tuple[str, str]]


class Alike:
    """Compares schemas of an old and a new document, each given by its named schemas."""

    def __init__(self, old: Mapping[str, Schema], new: Mapping[str, Schema]) -> None:
        self._old = old
        self._new = new
        self._known: Assumed = set()

    def __call__(self, old: object, new: object) -> bool:
        """Whether two schemas or rules are the same but for names, descriptions, and the order of what has none."""
        assumed: Assumed = set()
        same = self._same(old, new, assumed)
        if same:
            self._known |= assumed
        return same

    def _same(self, old: object, new: object, assumed: Assumed) -> bool:
        """Named schemas are taken to be the same while they are compared: if one pair is not, nothing around it is."""
        match old, new:
            case ir.Reference(name=before), ir.Reference(name=after):
                key = (before, after)
                if key in assumed or key in self._known:
                    return True
                assumed.add(key)
                return self._same(self._old[before], self._new[after], assumed)
            case ir.Reference(name=before), _:
                return self._same(self._old[before], new, assumed)
            case _, ir.Reference(name=after):
                return self._same(old, self._new[after], assumed)
            case ir.Property(), ir.Property():
                same = (old.wire_name, old.required) == (new.wire_name, new.required)
                return same and self._same(old.schema, new.schema, assumed)
            case frozenset(), frozenset():
                parts, others = cast("frozenset[object]", old), cast("frozenset[object]", new)
                return self._matched(tuple(parts), tuple(others), assumed)
            case tuple(), tuple():
                before_all, after_all = cast("tuple[object, ...]", old), cast("tuple[object, ...]", new)
                pairs = zip(before_all, after_all, strict=False)
                return len(before_all) == len(after_all) and all(self._same(*pair, assumed) for pair in pairs)
            case _:
                return type(old) is type(new) and self._same_parts(old, new, assumed)

    def _same_parts(self, old: object, new: object, assumed: Assumed) -> bool:
        if not is_dataclass(old) or isinstance(old, ir.Json):
            return old == new
        return self._same(_parts(old), _parts(new), assumed)

    def _matched(self, old: Sequence[object], new: Sequence[object], assumed: Assumed) -> bool:
        """Whether each part is the same as one of the others, in whatever order."""
        rest = list(new)
        for before in old:
            for after in rest:
                tried = set(assumed)
                if self._same(before, after, tried):
                    assumed |= tried
                    rest.remove(after)
                    break
            else:
                return False
        return not rest


def _parts(value: object) -> tuple[object, ...]:
    """What a schema or a rule says; a set, where the order of it says nothing."""
    match value:
        case ir.Object(properties=properties, rules=rules):
            members = tuple(sorted(properties, key=lambda each: each.wire_name))
            return members, value.additional, value.min_properties, value.max_properties, frozenset(rules)
        case ir.Refined(schema=schema, rules=rules):
            return schema, frozenset(rules)
        case ir.Union(members=members, exclusive=exclusive):
            return frozenset(members), exclusive
        case ir.Enumeration(values=values):
            return (frozenset(values),)
        case ir.Together(sets=sets, least=least, most=most):
            return frozenset(frozenset(names) for names in sets), least, most
        case ir.Needs(name=name, needed=needed):
            return name, frozenset(needed)
        case ir.Patterns(patterns=patterns, others=others):
            return frozenset(patterns), others
        case ir.Branch(condition=condition, names=names, patterns=patterns):
            return condition, frozenset(names), frozenset(patterns)
        case ir.Unevaluated(others=others, branches=branches):
            return others, frozenset(branches)
        case _:
            return tuple(getattr(value, each.name) for each in fields(cast("ir.Number", value)) if each.compare)
