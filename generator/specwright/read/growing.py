"""Marks the unions that may grow: those of several kinds of objects, to which a later version may add another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from specwright import ir
from specwright.ir import Schema
from specwright.read.everywhere import throughout

_ANY_OBJECT = ir.Object((), ir.AnyValue())


def growing(api: ir.Api) -> ir.Api:
    """The API with its growing unions marked, the outermost only: what is inside one is part of its alternatives."""
    schemas = {named.name: named.schema for named in api.schemas}

    def marked(schema: Schema) -> Schema:
        match schema:
            case ir.Union() if _alternatives(schema) > 1 and _kinds(schema, schemas, frozenset()) > 1:
                if _takes_any(schema, schemas, frozenset()):
                    return schema
                members = tuple(_opened(member, schemas, frozenset()) for member in schema.members)
                objects = [member for member in members if _kinds(member, schemas, frozenset())]
                return _told(replace(schema, members=members, grows=True), objects)
            case _:
                return schema

    return throughout(api, marked)


def _told(union: ir.Union, objects: Sequence[Schema]) -> ir.Union:
    """The union with what is said of its objects, if they all are alternatives of one member."""
    match objects:
        case [ir.Union() as only]:
            discriminator = union.discriminator or only.discriminator
            return replace(union, discriminator=discriminator, beside=_telling(union.beside, only.beside))
        case _:
            return union


def _telling(*schemas: Schema) -> Schema:
    """The first that does not admit every object."""
    return next((each for each in schemas if each not in (ir.AnyValue(), _ANY_OBJECT)), ir.AnyValue())


def _alternatives(union: ir.Union) -> int:
    """How many members there are beside null."""
    return sum(not isinstance(member, ir.Null) for member in union.members)


def _kinds(schema: Schema, schemas: Mapping[str, Schema], seen: frozenset[str]) -> int:
    """How many kinds of objects a schema admits."""
    match schema:
        case ir.Object():
            return 1
        case ir.Reference(name=name) if name not in seen:
            return _kinds(schemas[name], schemas, seen | {name})
        case ir.Refined(schema=inner):
            return _kinds(inner, schemas, seen)
        case ir.Union(members=members):
            return sum(_kinds(member, schemas, seen) for member in members)
        case _:
            return 0


def _takes_any(schema: Schema, schemas: Mapping[str, Schema], seen: frozenset[str]) -> bool:
    """Whether a schema admits every object, so that there is no kind that it does not know."""
    match schema:
        case ir.Object():
            return schema == _ANY_OBJECT
        case ir.Reference(name=name) if name not in seen:
            return _takes_any(schemas[name], schemas, seen | {name})
        case ir.Union(members=members):
            return any(_takes_any(member, schemas, seen) for member in members)
        case _:
            return False


def _opened(schema: Schema, schemas: Mapping[str, Schema], seen: frozenset[str]) -> Schema:
    """A member in the place of its name, if that names a growing union, which would take what is another member's."""
    match schema:
        case ir.Union():
            members = tuple(_opened(member, schemas, seen) for member in schema.members)
            return replace(schema, members=members, grows=False)
        case ir.Reference(name=name) if name not in seen and _kinds(schema, schemas, frozenset()) > 1:
            return _opened(schemas[name], schemas, seen | {name})
        case _:
            return schema
