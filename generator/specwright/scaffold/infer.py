"""Samples, and what a page says of them -> a schema, and notes on what it could not know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import NamedTuple, Protocol, TypeAlias
from uuid import UUID

from specwright.kinds import kind_of as json_type
from specwright.read.json_text import JsonValue
from specwright.scaffold.notes import INFERRED, Note, Sureness
from specwright.scaffold.told import NOTHING, Told

Schema: TypeAlias = "dict[str, JsonValue]"
Values: TypeAlias = Sequence[JsonValue]

FILLERS = frozenset({"<string>", "string", "<any>"})
"""Texts that documentation prints for any text."""

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)")
_PLURALS = (
    ("people", "person"),
    ("children", "child"),
    ("ies", "y"),
    ("sses", "ss"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
)
_ORDER = ("object", "array", "string", "integer", "number", "boolean")


class Named(NamedTuple):
    """A schema under a name: `new` says that it was not there before."""

    name: str
    reference: Schema
    new: bool


class Names(Protocol):
    """What a document makes of schemas; `unions` says that a `type` may be several."""

    @property
    def unions(self) -> bool: ...

    def nullable(self, schema: Schema) -> Schema:
        """The schema, and null."""
        ...

    def spelled(self, wish: str) -> str:
        """A name as the document spells those of its schemas."""
        ...

    def named(self, wish: str, schema: Schema, values: Values, *, owner: str, printed: bool) -> Named:
        """The schema under a name, or under one with that of its owner in front.

        `printed` says that documentation calls it so.
        """
        ...


@dataclass(frozen=True, slots=True)
class Inference:
    """Infers the schemas of one document, and notes what it could not know."""

    names: Names
    notes: list[Note] = field(default_factory=list[Note])

    def schema(self, values: Values, told: Told, name: str, place: str) -> Schema:
        """The schema that admits every sample; `place` is where they are, for the notes: `Owner.member`."""
        kinds = {kind_of(value) for value in values} | told.kinds
        real = [kind for kind in _ORDER if kind in kinds and not (kind == "integer" and "number" in kinds)]
        if not real:
            return self._anything(place)
        schemas = [self._of_kind(kind, _of(kind, values), told, name, place) for kind in real]
        several: Schema = {"anyOf": list[JsonValue](schemas)}
        schema = schemas[0] if len(schemas) == 1 else several
        return self.names.nullable(schema) if "null" in kinds else schema

    def _anything(self, place: str) -> Schema:
        self._note(Sureness.UNKNOWN, place, "what it is, since no sample shows more than null")
        return {INFERRED: "anything: no sample shows it"}

    def _of_kind(self, kind: str, values: Values, told: Told, name: str, place: str) -> Schema:
        match kind:
            case "object":
                return self._object([value for value in values if isinstance(value, dict)], told, name, place)
            case "array":
                return self._array([value for value in values if isinstance(value, list)], told, name, place)
            case "string":
                return self._string([value for value in values if isinstance(value, str)], told, place)
            case "integer" if "integer" not in told.kinds:
                self._note(Sureness.INFERRED, place, "an integer, and may be any number")
                return {"type": "integer", INFERRED: "integer or number"}
            case _:
                return {"type": kind}

    def _string(self, values: Sequence[str], told: Told, place: str) -> Schema:
        texts = [value for value in values if value not in FILLERS]
        if told.enum:
            more = [text for text in dict.fromkeys(texts) if text not in told.enum]
            schema: Schema = {"type": "string", "enum": [*told.enum, *more]}
            return {**schema, INFERRED: "enum"} if more else schema
        if told.format:
            return {"type": "string", "format": told.format}
        found = {format_of(text) for text in texts}
        shape = found.pop() if len(found) == 1 else ""
        if not shape:
            return {"type": "string"}
        self._note(Sureness.INFERRED, place, f"a text in the format `{shape}`")
        return {"type": "string", "format": shape, INFERRED: "format"}

    def _array(self, values: Sequence[list[JsonValue]], told: Told, name: str, place: str) -> Schema:
        elements = [element for value in values for element in value]
        if not elements and told.items is None:
            self._note(Sureness.UNKNOWN, place, "what the items of an empty list are")
            return {"type": "array", "items": {}, INFERRED: "items"}
        items = self.schema(elements, told.items or NOTHING, singular(name), f"{place}[]")
        return {"type": "array", "items": items}

    def _object(self, values: Sequence[dict[str, JsonValue]], told: Told, name: str, place: str) -> Schema:
        keys = list(dict.fromkeys([*told.members, *(key for value in values for key in value)]))
        if not keys:
            self._note(Sureness.UNKNOWN, place, "what the members of an empty object are")
            return {"type": "object", "additionalProperties": True, INFERRED: "members"}
        if all(_UUID.fullmatch(key) or key.isdigit() for key in keys):
            inner = [item for value in values for item in value.values()]
            self._note(Sureness.INFERRED, place, "a map, since its keys are identifiers")
            return {
                "type": "object",
                "additionalProperties": self.schema(inner, NOTHING, singular(name), f"{place}.*"),
                INFERRED: "map",
            }
        owner, before = self.names.spelled(told.name or name), len(self.notes)
        properties: Schema = {key: self._member(key, values, told, owner) for key in keys}
        schema = self._with_required(properties, values, told, owner)
        above = place.partition(".")[0] if "." in place else ""
        named = self.names.named(told.name or name, schema, list(values), owner=above, printed=bool(told.name))
        self._settle(before, owner, named)
        return named.reference

    def _settle(self, before: int, owner: str, named: Named) -> None:
        """Notes on a schema go by the name that it got; there are none on one that was there."""
        for index in reversed(range(before, len(self.notes))):
            note = self.notes[index]
            if note.owner == owner and note.sureness not in (Sureness.REUSED, Sureness.NOTED):
                place = named.name + note.place.removeprefix(owner)
                self.notes[index : index + 1] = [replace(note, place=place)] * named.new

    def _member(self, key: str, values: Sequence[dict[str, JsonValue]], told: Told, place: str) -> JsonValue:
        seen = [value[key] for value in values if key in value]
        of_member = told.members.get(key, NOTHING)
        schema = self.schema(seen, of_member, key, f"{place}.{key}")
        if of_member.description and "$ref" not in schema:
            return {"description": of_member.description, **schema}
        return schema

    def _with_required(
        self, properties: Schema, values: Sequence[dict[str, JsonValue]], told: Told, place: str
    ) -> Schema:
        schema: Schema = {"type": "object", "properties": properties}
        if told.description:
            schema = {"description": told.description, **schema}
        marked = [key for key, member in told.members.items() if member.required]
        shown = [key for key in marked if all(key in value for value in values)]
        for key in marked:
            if key not in shown:
                self._note(Sureness.NOTED, f"{place}.{key}", "marked as required, and left optional: a sample lacks it")
        if shown:
            schema["required"] = list[JsonValue](shown)
        if not told.members:
            self._note(Sureness.UNKNOWN, place, "which members are required, and which may be null")
            schema[INFERRED] = "required and nullable members"
        return schema

    def _note(self, sureness: Sureness, place: str, message: str) -> None:
        self.notes.append(Note(sureness, place, message))


def kind_of(value: JsonValue) -> str:
    """The kind of a JSON value as `type` has it; 1.0 is a number."""
    return "integer" if isinstance(value, int) and not isinstance(value, bool) else json_type(value)


def format_of(text: str) -> str:
    """`uuid`, `date` or `date-time` if the text is in it, else empty."""
    try:
        if _UUID.fullmatch(text):
            return "uuid" if UUID(text) else ""
        if _DATE.fullmatch(text):
            return "date" if date.fromisoformat(text) else ""
        if _DATE_TIME.fullmatch(text):
            return "date-time" if datetime.fromisoformat(text.upper()) else ""
    except ValueError:
        pass
    return ""


def singular(name: str) -> str:
    """`volume_mounts` -> `volume_mount`; a name that is no plural gets `item` behind it."""
    for plural, one in _PLURALS:
        if name.lower().endswith(plural):
            return name[: -len(plural)] + one
    if name.lower().endswith("s") and not name.lower().endswith(("ss", "us", "is")):
        return name[:-1]
    return f"{name}_item"


def _of(kind: str, values: Values) -> Values:
    return [value for value in values if kind_of(value) == kind]
