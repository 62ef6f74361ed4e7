"""Which alternative of a union has become which: what two of them have in common though they do not say the same."""

from __future__ import annotations

from specwright import ir
from specwright.diff.alternatives import Alternative

_KEPT_SHARE = 0.5


def same_name(old: Alternative, new: Alternative) -> bool:
    """Whether they have one name, or are arrays of what has one name."""
    match old.schema, new.schema:
        case ir.Array(items=ir.Reference(name=before)), ir.Array(items=ir.Reference(name=after)):
            return before == after
        case _:
            return bool(old.name) and old.name == new.name and not other_tags(old, new)


def same_tags(old: Alternative, new: Alternative) -> bool:
    """Whether they are objects with a property that has the same single value: what tells them from others."""
    before, after = _tags(old), _tags(new)
    return bool(before) and before == after


def other_tags(old: Alternative, new: Alternative) -> bool:
    """Whether a property tells one from the other."""
    before, after = _tags(old), _tags(new)
    return any(before[name] != after[name] for name in before.keys() & after.keys())


def _tags(alternative: Alternative) -> dict[str, ir.Json]:
    """The properties of an object that have a single value."""
    properties = alternative.schema.properties if isinstance(alternative.schema, ir.Object) else ()
    single = ((each.wire_name, each.schema) for each in properties if each.required)
    return {name: held.values[0] for name, held in single if isinstance(held, ir.Enumeration) and len(held.values) == 1}


def similar(old: Alternative, new: Alternative) -> bool:
    """Whether they are objects that share most of their properties."""
    if not isinstance(old.schema, ir.Object) or not isinstance(new.schema, ir.Object) or other_tags(old, new):
        return False
    before, after = ({each.wire_name for each in side.properties} for side in (old.schema, new.schema))
    return len(before & after) > _KEPT_SHARE * len(before | after)
