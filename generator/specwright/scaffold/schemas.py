"""The component schemas that a new operation needs: those that are there already, and new ones under good names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from specwright.ir import escaped
from specwright.naming import unique
from specwright.read.json_text import JsonValue
from specwright.scaffold.document import Known, mapping
from specwright.scaffold.fits import fits
from specwright.scaffold.habits import Habits
from specwright.scaffold.infer import Named, Schema, Values
from specwright.scaffold.notes import INFERRED, Note, Sureness

_PREFIX = "#/components/schemas/"
_TELLING = 3
"""So many members make a shape that two schemas hardly share by chance."""


@dataclass(frozen=True, slots=True)
class Schemas:
    """Gives names to schemas of objects; `added` are the new components by name."""

    document: Known
    habits: Habits
    notes: list[Note]
    added: dict[str, Schema] = field(default_factory=dict[str, "Schema"])

    @property
    def unions(self) -> bool:
        """Whether a `type` may be several: since OpenAPI 3.1."""
        return not self.document.old

    def spelled(self, wish: str) -> str:
        """A name as the document spells those of its schemas."""
        return self.habits.schema_name(wish)

    def named(self, wish: str, schema: Schema, values: Values, *, owner: str, printed: bool) -> Named:
        """A component that says this: one that is there, or a new one.

        A name that documentation prints is kept; else one with another name will do that has the same shape.
        """
        wanted = self.spelled(wish)
        telling = not printed and len(_members(schema)) >= _TELLING
        reused = self._twin(wanted, schema, telling) or self._existing(wanted, schema, values, telling)
        if reused:
            return Named(reused, _reference(reused), new=False)
        taken = [*self.document.components("schemas"), *self.added]
        name = wanted if wanted not in taken else unique(self.spelled(f"{owner}_{wanted}"), taken)
        if name != wanted:
            self.notes.append(Note(Sureness.NOTED, name, f"`{wanted}` is another schema, which does not fit"))
        self.added[name] = schema
        return Named(name, _reference(name), new=True)

    def nullable(self, schema: Schema) -> Schema:
        """The schema, and null: as its version of OpenAPI says it."""
        if self.document.old:
            return {"nullable": True, "allOf": [schema]} if "$ref" in schema else {**schema, "nullable": True}
        kind = schema.get("type")
        if isinstance(kind, str):
            enum = schema.get("enum")
            listed: Schema = {"enum": [*enum, None]} if isinstance(enum, list) else {}
            return {**schema, "type": [kind, "null"], **listed}
        null: Schema = {"type": "null"}
        branches = schema.get("anyOf")
        return {"anyOf": [*branches, null]} if isinstance(branches, list) else {"anyOf": [schema, null]}

    def _twin(self, wanted: str, schema: Schema, telling: bool) -> str:
        """The name of a new component that says the same, if the name or the shape tells that it is meant."""
        for name, other in self.added.items():
            if _bare(other) == _bare(schema) and (name == wanted or telling):
                return name
        return ""

    def _existing(self, wanted: str, schema: Schema, values: Values, telling: bool) -> str:
        """The name of a component of the document that admits the samples and has all of their members."""
        for name in self._candidates(wanted, schema, telling):
            if fits(self.document, name, values):
                more = _members(mapping(self.document.components("schemas")[name])) - _members(schema)
                told = f"whose members {_listed(more)} no sample shows" if more else "whose shape is the same"
                self.notes.append(Note(Sureness.REUSED, wanted, f"the schema `{name}`, {told}"))
                return name
        return ""

    def _candidates(self, wanted: str, schema: Schema, telling: bool) -> Iterator[str]:
        """Components with all members of a schema: that of the same name, then those with the same and more members."""
        members = _members(schema)
        fitting = {
            name: len(_members(mapping(other)) - members)
            for name, other in self.document.components("schemas").items()
            if members <= _members(mapping(other))
        }
        if wanted in fitting:
            yield wanted
        for name, more in sorted(fitting.items(), key=lambda pair: pair[1]):
            if name != wanted and telling and more <= len(members):
                yield name


def _reference(name: str) -> Schema:
    return {"$ref": _PREFIX + escaped(name)}


def _members(schema: Schema) -> frozenset[str]:
    return frozenset(mapping(schema.get("properties")))


def _bare(value: JsonValue) -> JsonValue:
    """A schema without what no sample is held against."""
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items() if key not in ("description", INFERRED)}
    return [_bare(item) for item in value] if isinstance(value, list) else value


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))
