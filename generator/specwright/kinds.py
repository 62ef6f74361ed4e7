"""The six kinds of JSON, and which of them a schema may admit."""

from __future__ import annotations

from specwright import ir
from specwright.ir import Schema

EVERY = frozenset(("null", "boolean", "number", "string", "array", "object"))


def kinds(schema: Schema) -> frozenset[str]:
    """The kinds of JSON that a schema may admit."""
    match schema:
        case ir.Null():
            return frozenset({"null"})
        case ir.Boolean():
            return frozenset({"boolean"})
        case ir.Number():
            return frozenset({"number"})
        case ir.String():
            return frozenset({"string"})
        case ir.Array():
            return frozenset({"array"})
        case ir.Object():
            return frozenset({"object"})
        case ir.Enumeration(values=values):
            return frozenset(kind_of(value.value) for value in values)
        case ir.Union(members=members):
            return frozenset[str]().union(*map(kinds, members))
        case ir.Refined(schema=inner):
            return kinds(inner)
        case ir.NoValue():
            return frozenset()
        case ir.AnyValue() | ir.Reference():
            return EVERY


def kind_of(value: object) -> str:
    """The JSON type of a value, with integers among the numbers."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"
