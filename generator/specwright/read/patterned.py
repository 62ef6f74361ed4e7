"""`patternProperties`: an object, with what its patterns say of declared, required and other members."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TypeAlias

from specwright import ir
from specwright.ir import AnyValue, NoValue, Schema
from specwright.regexp import occurs

Pattern: TypeAlias = tuple[str, Schema]
Join: TypeAlias = Callable[[Schema, Schema], Schema]


def patterned(plain: ir.Object, patterns: Sequence[Pattern], declared: Collection[str], join: Join) -> Schema:
    """An object that was read without its patterns; `join` is what two schemas admit together.

    A property is of the schemas of all patterns that its name matches, declared or required; other members are known
    to be of one of the schemas, and a rule says which. Where one pattern is all, it says what the names are.
    """
    others = plain.additional
    if all(isinstance(schema, AnyValue) for schema in (others, *(schema for _, schema in patterns))):
        return plain
    properties = tuple(_property(prop, patterns, prop.wire_name in declared, join) for prop in plain.properties)
    match patterns:
        case [(pattern, schema)] if isinstance(others, NoValue) and not properties:
            return replace(plain, additional=schema, rules=(*plain.rules, ir.Names(ir.String(pattern=pattern))))
        case _:
            names = () if isinstance(others, AnyValue) else tuple(prop.wire_name for prop in properties)
            rule = ir.Patterns(tuple(patterns), others, names)
            bound = any_of([*(schema for _, schema in patterns), others])
            return replace(plain, properties=properties, additional=bound, rules=(*plain.rules, rule))


def _property(prop: ir.Property, patterns: Sequence[Pattern], declared: bool, join: Join) -> ir.Property:
    matching = [schema for pattern, schema in patterns if occurs(pattern, prop.wire_name)]
    schema: Schema = prop.schema if declared or not matching else AnyValue()
    for each in matching:
        schema = join(schema, each)
    return replace(prop, schema=schema)


def any_of(schemas: Sequence[Schema]) -> Schema:
    """What is of one of the schemas at least."""
    if any(isinstance(schema, AnyValue) for schema in schemas):
        return AnyValue()
    possible = tuple(dict.fromkeys(schema for schema in schemas if not isinstance(schema, NoValue)))
    match possible:
        case ():
            return NoValue()
        case (only,):
            return only
        case _:
            return ir.Union(possible)
