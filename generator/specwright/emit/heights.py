"""How deep the smallest value of a schema is; for what no finite value is valid, endlessly deep."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from specwright import ir
from specwright.emit.patterns import python_pattern
from specwright.ir import NoValue, Schema


class Heights:
    """Measures the schemas of one API: by name, for they may hold each other."""

    def __init__(self, schemas: Mapping[str, Schema], references: Mapping[str, Collection[str]]) -> None:
        """`references` are the names that each schema refers to."""
        self._schemas = schemas
        self._heights = dict.fromkeys(schemas, math.inf)
        holders: dict[str, list[str]] = {}
        for name, held in references.items():
            for each in held:
                holders.setdefault(each, []).append(name)
        waiting = dict.fromkeys(schemas)
        while waiting:
            name, _ = waiting.popitem()
            height = self.of(schemas[name])
            if height < self._heights[name]:
                self._heights[name] = height
                waiting |= dict.fromkeys(holders.get(name, ()))

    def of(self, schema: Schema) -> float:
        """How many objects and arrays the smallest valid value has inside each other; infinite without one."""
        match schema:
            case ir.Reference(name=name):
                return self._heights[name]
            case ir.Refined(schema=inner):
                return self.of(inner)
            case ir.Union(members=members, exclusive=exclusive):
                return min(map(self.of, self._single(members) if exclusive else members), default=math.inf)
            case NoValue():
                return math.inf
            case ir.Enumeration():
                return 0 if any(finite(value.value) for value in schema.values) else math.inf
            case ir.String(pattern=str(pattern)):
                return 0 if python_pattern(pattern) is not None else math.inf
            case ir.Array():
                return self._above([*schema.prefix, *[schema.items] * schema.min_items][: schema.min_items])
            case ir.Object(properties=properties):
                return self._above(prop.schema for prop in properties if prop.required)
            case _:
                return 0

    def _above(self, needed: Iterable[Schema]) -> float:
        return 1 + max(map(self.of, needed), default=0)

    def _single(self, members: Sequence[Schema]) -> Iterator[Schema]:
        """The alternatives that say what no other one says: of two that are alike, a value is never exactly one."""
        said = [ir.rebuilt(ir.opened(member, self._schemas), _unannotated) for member in members]
        count = Counter(said)
        return (member for member, says in zip(members, said, strict=True) if count[says] == 1)


def _unannotated(schema: Schema) -> Schema:
    """A schema without what says nothing of its values."""
    if not isinstance(schema, ir.Object):
        return schema
    bare = (ir.Property("", prop.wire_name, prop.schema, prop.required) for prop in schema.properties)
    return replace(schema, properties=tuple(sorted(bare, key=lambda prop: prop.wire_name)))


def finite(value: object) -> bool:
    """Whether every number in a literal is finite: a document may say 1e999, which no Python literal means."""
    try:
        json.dumps(value, allow_nan=False)
    except ValueError:
        return False
    return True
