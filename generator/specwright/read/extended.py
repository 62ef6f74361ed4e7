"""Schemas that others extend: a value of one says by its discriminator which of the others it is.

`allOf` with a reference to a schema that has a discriminator makes a kind of it (OpenAPI 3.1, 4.8.25). For a validator
that changes nothing: the value is of the schema that is referred to. For a reader it is the kind, with all its members.
So where such a schema is wanted, a reference leads to an alias beside it, `PetUnion`, which has the kinds of `Pet`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

from specwright import ir, naming
from specwright.intersect import intersect
from specwright.ir import Schema
from specwright.problem import Problem
from specwright.read.direction import received_by, sent_by
from specwright.read.everywhere import throughout
from specwright.read.hoist import name_taken
from specwright.read.json_text import JsonValue
from specwright.read.keywords import items, last_token, members, text
from specwright.read.load import Document
from specwright.read.references import lookup

_VALUE = "x-ms-discriminator-value"
"""Where a document that was converted from Swagger keeps what a kind is called, which had no `mapping`."""


def extended(
    api: ir.Api, document: Document, names: Mapping[str, str], target: Callable[[str], str]
) -> tuple[ir.Api, tuple[Problem, ...]]:
    """The API with the kinds of its schemas told, and the names that were taken.

    `names` has those of the components, by their pointers, and `target` the one that a value of a `mapping` leads to.
    """
    schemas = {named.name: named for named in api.schemas}
    kinds = dict(_Family(document, names, schemas, target).kinds())
    if not kinds:
        return api, ()
    kinds = {name: kinds[name] for name in kinds.keys() & _referred(api)}
    taken, aliases = naming.Names(schemas), dict[str, str]()
    problems: list[Problem] = []
    for name in sorted(kinds):
        aliases[name] = taken.new(f"{name}Union")
        if aliases[name] != f"{name}Union":
            problems.append(name_taken(f"{name}Union", aliases[name], schemas[name].location))

    def change(schema: Schema) -> Schema:
        match schema:
            case ir.Reference(name=name) if name in aliases:
                return ir.Reference(aliases[name])
            case ir.Union(discriminator=ir.Discriminator() as tag):
                return replace(schema, discriminator=tag.renamed(aliases))
            case _:
                return schema

    changed = throughout(api, change) if aliases else api
    added = (_alias(schemas[name], alias, kinds[name]) for name, alias in aliases.items())
    every = sorted((*changed.schemas, *added), key=lambda named: named.name)
    return replace(changed, schemas=tuple(every)), tuple(problems)


def with_members(api: ir.Api) -> ir.Api:
    """The API without the kinds that have lost all their members, and without those of a schema that has."""
    classes = {named.name for named in api.schemas if ir.has_fields(named.schema)}

    def kept(named: ir.NamedSchema) -> ir.NamedSchema:
        match named.schema:
            case ir.Reference(name=name, kinds=ir.Discriminator(wire_name, mapping)):
                pairs = tuple((value, kind) for value, kind in mapping if {name, kind} <= classes)
                return replace(named, schema=ir.Reference(name, ir.Discriminator(wire_name, pairs) if pairs else None))
            case _:
                return named

    return replace(api, schemas=tuple(map(kept, api.schemas)))


def _alias(base: ir.NamedSchema, name: str, kinds: ir.Discriminator) -> ir.NamedSchema:
    told = f"A `{base.name}`, or what extends it: `{kinds.wire_name}` says which."
    return ir.NamedSchema(name, ir.Reference(base.name, kinds), told, location=base.location / "discriminator")


def _referred(api: ir.Api) -> set[str]:
    """The names of the schemas that are wanted anywhere."""
    wanted = (*(named.schema for named in api.schemas), *sent_by(api), *received_by(api))
    return {name for schema in wanted for name in ir.references(schema)}


class _Family:
    """Which components extend which."""

    def __init__(
        self,
        document: Document,
        names: Mapping[str, str],
        schemas: Mapping[str, ir.NamedSchema],
        target: Callable[[str], str],
    ) -> None:
        self._schemas = schemas
        self._bare = {name: named.schema for name, named in schemas.items()}
        self._values = {name: members(lookup(document.value, pointer)) for pointer, name in names.items()}
        self._keys = {name: last_token(pointer) for pointer, name in names.items()}
        self._parents = {name: [*_extends(value, names)] for name, value in self._values.items()}
        self._children: dict[str, list[str]] = {}
        for name in sorted(self._parents):
            for parent in self._parents[name]:
                self._children.setdefault(parent, []).append(name)
        self._target = target

    def kinds(self) -> Iterator[tuple[str, ir.Discriminator]]:
        """Each schema that others extend and that can tell them apart, with its kinds."""
        for name in sorted(self._children):
            teller = next((each for each in self._line(name, self._parents) if self._tag(each)), None)
            if teller and ir.has_fields(self._schemas[name].schema):
                mapping = tuple(self._told(teller, self._line(name, self._children)))
                kinds = tuple((value, each) for value, each in mapping if each != name)
                if kinds:
                    yield name, ir.Discriminator(self._tag(teller), kinds)

    def _line(self, name: str, edges: Mapping[str, Iterable[str]]) -> list[str]:
        """A schema and all those that it leads to, the nearest first."""
        line = [name]
        for each in line:
            line += [other for other in dict.fromkeys(edges.get(each, ())) if other not in line]
        return line

    def _tag(self, name: str) -> str:
        """The member by which a schema tells its kinds apart; a union tells its alternatives by it."""
        value = self._values[name]
        return "" if "oneOf" in value or "anyOf" in value else text(members(value.get("discriminator")), "propertyName")

    def _told(self, teller: str, line: Iterable[str]) -> Iterator[tuple[str, str]]:
        """What each kind of a line is called, sorted by the kinds; each is called something else."""
        tag, used = self._tag(teller), set[str]()
        mapped = self._mapping(teller)
        for name in sorted(each for each in line if ir.has_fields(self._schemas[each].schema)):
            for value in mapped.get(name, [self._called(name, tag)]):
                if value not in used and self._says(name, tag, value):
                    used.add(value)
                    yield value, name

    def _mapping(self, teller: str) -> dict[str, list[str]]:
        """The values that the mapping of a discriminator has for each schema."""
        found: dict[str, list[str]] = {}
        for value, target in members(members(self._values[teller].get("discriminator")).get("mapping")).items():
            if isinstance(target, str):
                found.setdefault(self._target(target), []).append(value)
        return found

    def _called(self, name: str, tag: str) -> str:
        """What a kind that no mapping speaks of is called: what its own schema says, else its key."""
        match self._opened(_member(self._schemas[name], tag)):
            case ir.Enumeration(values=(only,)) if isinstance(value := only.value, str):
                return value
            case _:
                return text(self._values[name], _VALUE) or self._keys[name]

    def _says(self, name: str, tag: str, value: str) -> bool:
        """Whether an object of a schema can be called that."""
        said = ir.Enumeration((ir.Json.of(value),))
        return not isinstance(intersect(said, _member(self._schemas[name], tag), self._opened), ir.NoValue)

    def _opened(self, schema: Schema) -> Schema:
        return ir.opened(schema, self._bare)


def _extends(value: Mapping[str, JsonValue], names: Mapping[str, str]) -> Iterator[str]:
    """The components that a schema refers to in its `allOf`."""
    for part in items(value.get("allOf")):
        name = names.get(unquote(text(members(part), "$ref").removeprefix("#")))
        if name:
            yield name


def _member(named: ir.NamedSchema, wire_name: str) -> Schema:
    """What a member of an object holds."""
    if not isinstance(named.schema, ir.Object):
        return ir.NoValue()
    held = (prop.schema for prop in named.schema.properties if prop.wire_name == wire_name)
    return next(held, named.schema.additional)
