"""Whether a value can be valid for two schemas at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specwright import ir
from specwright.ir import Schema
from specwright.kinds import kinds


class Overlap:
    """Compares the schemas of one API."""

    def __init__(self, schemas: Mapping[str, Schema]) -> None:
        self._schemas = schemas

    def groups(self, members: Sequence[Schema]) -> list[list[Schema]]:
        """The members, parted so that it is certain that no value is valid for two of different groups."""
        groups: list[list[Schema]] = []
        for member in members:
            near = [group for group in groups if not all(self._apart(member, other) for other in group)]
            joined = [other for group in near for other in group]
            groups = [group for group in groups if group not in near] + [[*joined, member]]
        return groups

    def _apart(self, a: Schema, b: Schema) -> bool:
        match self._expanded(a), self._expanded(b):
            case ir.Union(members=members), other:
                return all(self._apart(member, other) for member in members)
            case other, ir.Union(members=members):
                return all(self._apart(other, member) for member in members)
            case ir.Refined(schema=schema), other:
                return self._apart(schema, other)
            case other, ir.Refined(schema=schema):
                return self._apart(other, schema)
            case ir.Enumeration(values=mine), ir.Enumeration(values=theirs):
                return set(mine).isdisjoint(theirs)
            case ir.Object() as left, ir.Object() as right:
                return self._objects_apart(left, right) or self._objects_apart(right, left)
            case left, right:
                return kinds(left).isdisjoint(kinds(right))

    def _objects_apart(self, left: ir.Object, right: ir.Object) -> bool:
        """Whether something that the one requires is nothing that the other allows."""
        allowed = {prop.wire_name: prop.schema for prop in right.properties}
        return any(
            self._refused(prop.schema, allowed.get(prop.wire_name, right.additional))
            for prop in left.properties
            if prop.required
        )

    def _refused(self, required: Schema, allowed: Schema) -> bool:
        match self._expanded(required), self._expanded(allowed):
            case _, ir.NoValue():
                return True
            case ir.Enumeration(values=mine), ir.Enumeration(values=theirs):
                return set(mine).isdisjoint(theirs)
            case left, right:
                return kinds(left).isdisjoint(kinds(right))

    def _expanded(self, schema: Schema) -> Schema:
        opened = ir.opened(schema, self._schemas)
        return ir.AnyValue() if isinstance(opened, ir.Reference) else opened
