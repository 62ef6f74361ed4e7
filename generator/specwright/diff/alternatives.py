"""What a schema admits, as a list of alternatives: unions taken apart, references to them followed, null set aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from specwright import ir
from specwright.ir import Schema
from specwright.kinds import kind_of

_NULL = ir.Json("null")
_BOOLEANS = {ir.Json("true"), ir.Json("false")}


@dataclass(frozen=True, slots=True)
class Alternative:
    """One kind of value: no reference, no union, never null. `name` is that of a named schema."""

    schema: Schema
    name: str = ""
    rules: tuple[ir.Rule, ...] = ()

    @property
    def kind(self) -> str:
        """The JSON type of its values; empty if they have several."""
        match self.schema:
            case ir.Number():
                return "number"
            case ir.String():
                return "string"
            case ir.Boolean():
                return "boolean"
            case ir.Array():
                return "array"
            case ir.Object():
                return "object"
            case ir.Enumeration(values=values):
                kinds = {kind_of(value.value) for value in values}
                return kinds.pop() if len(kinds) == 1 else ""
            case _:
                return ""

    @property
    def as_schema(self) -> Schema:
        """The schema of these values alone."""
        bare = ir.Reference(self.name) if self.name else self.schema
        return ir.Refined(bare, self.rules) if self.rules else bare


@dataclass(frozen=True, slots=True)
class Alternatives:
    """All that a schema admits; `exclusive` says that a value of several of them is of none."""

    all: tuple[Alternative, ...]
    null: bool = False
    exclusive: bool = False
    discriminator: ir.Discriminator | None = None
    rules: tuple[ir.Rule, ...] = ()


def alternatives(schema: Schema, schemas: Mapping[str, Schema]) -> Alternatives:
    """The alternatives of a schema, given the named schemas of its document."""
    rules: tuple[ir.Rule, ...] = ()
    match schema:
        case ir.Refined(schema=inner, rules=beside) if len(tuple(_parted(inner, schemas, frozenset()))) > 1:
            schema, rules = inner, beside
        case _:
            pass
    parts = list(_parted(schema, schemas, frozenset()))
    union = _followed(schema, schemas)
    exclusive, discriminator = (union.exclusive, union.discriminator) if isinstance(union, ir.Union) else (False, None)
    null = any(isinstance(each.schema, ir.Null) for each in parts)
    return Alternatives(tuple(_joined(parts)), null, exclusive, discriminator, rules)


def _parted(schema: Schema, schemas: Mapping[str, Schema], above: frozenset[str]) -> Iterator[Alternative]:
    match schema:
        case ir.Union(members=members):
            for member in members:
                yield from _parted(member, schemas, above)
        case ir.Reference(name=name):
            if name not in above:
                for each in _parted(schemas[name], schemas, above | {name}):
                    yield each if each.name else replace(each, name=name if each.schema == schemas[name] else "")
        case ir.Refined(schema=inner, rules=rules):
            for each in _parted(inner, schemas, above):
                yield each if isinstance(each.schema, ir.Null) else replace(each, rules=(*each.rules, *rules))
        case ir.Enumeration(values=values) if _NULL in values:
            yield Alternative(ir.Null())
            if others := tuple(value for value in values if value != _NULL):
                yield Alternative(ir.Enumeration(others))
        case _:
            yield Alternative(schema)


def _followed(schema: Schema, schemas: Mapping[str, Schema]) -> Schema:
    """What a reference leads to."""
    seen: set[str] = set()
    while isinstance(schema, ir.Reference) and schema.name not in seen:
        seen.add(schema.name)
        schema = schemas[schema.name]
    return schema


def _joined(parts: Sequence[Alternative]) -> Iterator[Alternative]:
    """Each once, without null and what admits nothing, lists of values in one; anything at all swallows the rest."""
    kept = [each for each in dict.fromkeys(parts) if not isinstance(each.schema, ir.Null | ir.NoValue)]
    if everything := [each for each in kept if isinstance(each.schema, ir.AnyValue) and not each.rules]:
        yield everything[0]
        return
    values: dict[ir.Json, None] = {}
    for each in kept:
        if isinstance(each.schema, ir.Enumeration) and not each.rules:
            values |= dict.fromkeys(each.schema.values)
        else:
            yield each
    if values.keys() >= _BOOLEANS:
        values = {value: None for value in values if value not in _BOOLEANS}
        yield Alternative(ir.Boolean())
    if values:
        yield Alternative(ir.Enumeration(tuple(values)))
