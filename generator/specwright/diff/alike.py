"""Whether two schemas of two documents say the same, whatever their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import cast

from specwright import ir
from specwright.ir import Schema


class Alike:
    """Compares schemas of an old and a new document, each given by its named schemas."""

    def __init__(self, old: Mapping[str, Schema], new: Mapping[str, Schema]) -> None:
        self._old = old
        self._new = new
        self._known: set[tuple[str, str]] = set()

    def __call__(self, old: object, new: object) -> bool:
        """Whether two schemas or rules are the same but for names, descriptions and the order of properties."""
        assumed: set[tuple[str, str]] = set()
        same = self._same(old, new, assumed)
        if same:
            self._known |= assumed
        return same

    def _same(self, old: object, new: object, assumed: set[tuple[str, str]]) -> bool:
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
            case ir.Object(), ir.Object():
                return self._same(_parts(old), _parts(new), assumed)
            case ir.Property(), ir.Property():
                same = (old.wire_name, old.required) == (new.wire_name, new.required)
                return same and self._same(old.schema, new.schema, assumed)
            case tuple(), tuple():
                parts, others = cast("tuple[object, ...]", old), cast("tuple[object, ...]", new)
                pairs = zip(parts, others, strict=False)
                return len(parts) == len(others) and all(self._same(*pair, assumed) for pair in pairs)
            case _:
                return self._same_fields(old, new, assumed)

    def _same_fields(self, old: object, new: object, assumed: set[tuple[str, str]]) -> bool:
        if type(old) is not type(new) or not is_dataclass(old):
            return old == new
        compared = [each.name for each in fields(old) if each.compare]
        return all(self._same(getattr(old, name), getattr(new, name), assumed) for name in compared)


def _parts(value: ir.Object) -> tuple[object, ...]:
    properties = tuple(sorted(value.properties, key=lambda each: each.wire_name))
    return properties, value.additional, value.min_properties, value.max_properties, value.rules
