"""Gives every inline object a name of its own, made from where it stands and from nothing else.

A name is `<Component or Operation><Property path>`, even where a shorter one would be free, so that adding a schema
or an operation renames nothing. A component beats an inline schema that wants its name; the loser is numbered and
a warning tells how to pin the old name.
"""

from __future__ import annotations

from dataclasses import replace

from specwright import ir, naming
from specwright.ir import Schema
from specwright.problem import Problem, warning

_HOLDS = (ir.Object, ir.Array, ir.Refined, ir.Union)
"""The schemas that others may be inside of."""


class Hoist:
    """Collects the named schemas of an API: `add` components first, then `place` what operations hold inline.

    Objects inside a rule stay where they are: a value is held against them and never becomes one.
    """

    def __init__(self, components: list[str]) -> None:
        self.schemas: list[ir.NamedSchema] = []
        self.problems: list[Problem] = []
        self._taken = naming.Names(components)

    def add(self, named: ir.NamedSchema) -> None:
        """A component: its own object keeps its name, what is inline inside is hoisted; so is one beside null."""
        name = f"{named.name}Object" if _alternatives(named.schema) == 1 else named.name
        self.schemas.append(replace(named, schema=self._inside(named.schema, name, named.location)))

    def place(self, schema: Schema, name: str, location: ir.Location, description: str = "") -> Schema:
        """The schema as it is used in its place: an inline object has become a reference to a class of its own."""
        match schema:
            case ir.Object(properties=properties) if properties:
                return self._hoisted(schema, name, location, description)
            case _:
                return self._inside(schema, name, location)

    def _inside(self, schema: Schema, name: str, location: ir.Location) -> Schema:
        match schema:
            case ir.Object():
                return replace(
                    schema,
                    properties=tuple(self._property(prop, name) for prop in _distinct(schema.properties)),
                    additional=self.place(schema.additional, f"{name}Value", location / "additionalProperties"),
                )
            case ir.Array():
                prefix = (self._element(item, f"{name}Item{i}", location) for i, item in enumerate(schema.prefix, 1))
                items = self.place(schema.items, f"{name}Item", location / "items")
                return replace(schema, items=items, prefix=tuple(prefix))
            case ir.Refined(schema=inner):
                return replace(schema, schema=self.place(inner, name, location))
            case ir.Union():
                return replace(schema, members=tuple(self._members(schema, name, location)))
            case _:
                return schema

    def _element(self, schema: Schema, name: str, location: ir.Location) -> Schema:
        """An element with a place of its own. One with such elements inside has a name, for one is written twice,
        as what may be anywhere and as what is there: tuples inside of tuples would double with each level.
        """
        return self._hoisted(schema, name, location, "") if _has_places(schema) else self.place(schema, name, location)

    def _members(self, union: ir.Union, name: str, location: ir.Location) -> list[Schema]:
        """Alternatives are numbered by their order, unless null is the only other one."""
        if _alternatives(union) == 1:
            return [self.place(member, name, location) for member in union.members]
        return [self.place(member, f"{name}Variant{i}", location) for i, member in enumerate(union.members, 1)]

    def _property(self, prop: ir.Property, owner: str) -> ir.Property:
        if not isinstance(prop.schema, _HOLDS):
            return prop
        name = owner + naming.class_name(prop.wire_name)
        schema = self.place(prop.schema, name, prop.location, prop.description)
        return prop if schema is prop.schema else replace(prop, schema=schema)

    def _hoisted(self, schema: Schema, wanted: str, location: ir.Location, description: str) -> Schema:
        clash = wanted in self._taken
        name = self._taken.new(naming.class_name(wanted))
        if name != wanted and clash:
            self.problems.append(name_taken(wanted, name, location))
        self.schemas.append(ir.NamedSchema(name, self._inside(schema, name, location), description, location=location))
        return ir.Reference(name)


def _has_places(schema: Schema) -> bool:
    """Whether an array with places is inside a schema and is part of its type, having no name of its own."""
    match schema:
        case ir.Array(prefix=prefix) if prefix:
            return True
        case ir.Object(properties=properties) if properties:
            return False
        case _:
            return any(map(_has_places, ir.children(schema)))


def _alternatives(schema: Schema) -> int:
    """How many alternatives a union has beside null; none if it is no union."""
    members = schema.members if isinstance(schema, ir.Union) else ()
    return sum(not isinstance(member, ir.Null) for member in members)


def name_taken(wanted: str, given: str, location: ir.Location) -> Problem:
    """Two things want one name: a warning, with the overlay action that settles who has it."""
    return warning(
        "name-taken",
        f"the name {wanted} is taken, this one is called {given}",
        location,
        f"pin a name with an overlay action on this place: update: {{x-specwright-name: {given}}}",
    )


def _distinct(properties: tuple[ir.Property, ...]) -> tuple[ir.Property, ...]:
    """The properties with Python names of their own: one whose wire name is that very name keeps it."""
    wire_names = {prop.wire_name for prop in properties}
    taken = naming.Names()
    named: dict[str, str] = {}
    for prop in sorted(properties, key=lambda prop: (prop.name != prop.wire_name, prop.wire_name)):
        clash = prop.name in taken
        wanted = naming.unique(prop.name, {*named.values(), *wire_names} - {prop.wire_name}) if clash else prop.name
        named[prop.wire_name] = taken.new(wanted)
    return tuple(
        prop if prop.name == named[prop.wire_name] else replace(prop, name=named[prop.wire_name]) for prop in properties
    )
