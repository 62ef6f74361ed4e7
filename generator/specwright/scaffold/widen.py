"""A schema of a document -> the schema that admits new samples too, with nothing of it taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from specwright.ir import Location
from specwright.read import keywords
from specwright.read.json_text import JsonValue
from specwright.scaffold.document import Known, mapping, strings
from specwright.scaffold.grow import put
from specwright.scaffold.infer import FILLERS, Inference, Schema, Values, format_of, kind_of, singular
from specwright.scaffold.notes import INFERRED, Note, Sureness
from specwright.scaffold.told import NOTHING, Told

_SCALARS = frozenset({"string", "number", "integer", "boolean"})
_RESTRICTING = frozenset({"type", "$ref", "anyOf", "oneOf", "allOf", "enum", "const"})


@dataclass(slots=True)
class Widening:
    """Widens the schemas of a document: `value` is the document as far as it has come."""

    value: Schema
    inference: Inference
    notes: list[Note]

    def widen(self, pointer: str, values: Values, told: Told, place: str) -> None:
        """Make the schema that a pointer names admit the samples, and what is told of them."""
        schema = self._at(pointer)
        if not isinstance(schema, dict):
            return
        if any(value is None for value in values) or "null" in told.kinds:
            self._admit_null(pointer, place)
        rest = [value for value in values if value is not None]
        if schema.keys() == {INFERRED} and rest:
            new = self.inference.schema(rest, told, keywords.last_token(pointer), place)
            self._put(pointer, self.inference.names.nullable(new))
            self._say(place, "what it is, of which only null was seen")
            return
        target = self._target(pointer)
        if target and target.startswith("/components/schemas/") and target.count("/") == 3:
            place = keywords.last_token(target)
        if target is None or not (rest or told != NOTHING):
            return
        self._widen_kinds(target, rest, told, place)
        self._widen_text(target, rest, told, place)
        self._widen_members(target, [value for value in rest if isinstance(value, dict)], told, place)
        self._widen_items(target, [value for value in rest if isinstance(value, list)], told, place)

    def _at(self, pointer: str) -> JsonValue:
        return Known(self.value).at(pointer)

    def _put(self, pointer: str, new: JsonValue) -> None:
        self.value = put(self.value, keywords.tokens(pointer), new)

    def _say(self, place: str, message: str) -> None:
        self.notes.append(Note(Sureness.WIDENED, place, message))

    # --- where the schema of a value stands ---------------------------------------------------------------------------

    def _target(self, pointer: str) -> str | None:
        """The pointer of the one schema that what is not null has; None where there are several, or none."""
        for _ in range(50):
            schema = mapping(self._at(pointer))
            reference = schema.get("$ref")
            if isinstance(reference, str):
                if not reference.startswith("#/"):
                    return None
                pointer = reference[1:]
                continue
            key = next((key for key in ("anyOf", "oneOf", "allOf") if key in schema), None)
            if key is None:
                return pointer if schema else None
            branches = schema[key]
            inner = [n for n, each in enumerate(branches) if not _null(each)] if isinstance(branches, list) else []
            if len(inner) != 1:
                return pointer if "properties" in schema else None
            pointer = f"{pointer}/{key}/{inner[0]}"
        return None

    # --- what is widened ----------------------------------------------------------------------------------------------

    def _admit_null(self, pointer: str, place: str) -> None:
        schema = mapping(self._at(pointer))
        target = self._target(pointer)
        if _admits_null(schema) or (target and _admits_null(mapping(self._at(target)))):
            return
        self._put(pointer, self.inference.names.nullable(schema))
        self._say(place, "may be null")

    def _widen_kinds(self, target: str, values: Values, told: Told, place: str) -> None:
        schema = mapping(self._at(target))
        declared = schema.get("type")
        has = [declared] if isinstance(declared, str) else strings(declared)
        kinds = {kind_of(value) for value in values} | (told.kinds - {"null"})
        if not has or kinds <= set(has):
            return
        if "integer" in has and "number" in kinds and "number" not in has:
            has = ["number" if each == "integer" else each for each in has]
            self._put(f"{target}/type", has[0] if isinstance(declared, str) else list[JsonValue](has))
            if INFERRED in schema:
                self._put(f"{target}/{INFERRED}", "number")
            self._say(place, "a number, and no longer an integer only")
        more = sorted(kinds - set(has) - set(["integer"] * ("number" in has)))
        if not more:
            return
        if self.inference.names.unions and set(more) <= _SCALARS and not {*has} - _SCALARS - {"null"}:
            self._put(f"{target}/type", [*has, *more])
            self._say(place, f"also {' or '.join(more)}")
        else:
            message = f"whether it is also {' or '.join(more)}, as a sample shows: it is left as it is"
            self.notes.append(Note(Sureness.UNKNOWN, place, message))

    def _widen_text(self, target: str, values: Values, told: Told, place: str) -> None:
        schema = mapping(self._at(target))
        texts = [value for value in values if isinstance(value, str) and value not in FILLERS]
        listed = schema.get("enum")
        if isinstance(listed, list):
            new = [value for value in dict.fromkeys([*texts, *told.enum]) if value not in listed]
            if new:
                self._put(f"{target}/enum", [*listed, *new])
                self._say(place, f"the enumeration gets {', '.join(f'`{value}`' for value in new)}")
        shape = schema.get("format")
        if shape in ("uuid", "date", "date-time") and any(format_of(text) != shape for text in texts):
            self.notes.append(Note(Sureness.UNKNOWN, place, f"whether it is in the format `{shape}`: a sample is not"))

    def _widen_members(self, target: str, values: Sequence[dict[str, JsonValue]], told: Told, place: str) -> None:
        schema = mapping(self._at(target))
        keys = list(dict.fromkeys([*told.members, *(key for value in values for key in value)]))
        properties = mapping(schema.get("properties"))
        others = schema.get("additionalProperties")
        for key in keys:
            seen = [value[key] for value in values if key in value]
            inner, member = told.members.get(key, NOTHING), f"{place}.{key}"
            if key in properties:
                self.widen((Location("", f"{target}/properties") / key).pointer, seen, inner, member)
            elif isinstance(others, dict) and others:
                self.widen(f"{target}/additionalProperties", seen, inner, f"{place}.*")
            elif properties or others is not True or INFERRED in schema:
                new = self.inference.schema(seen, inner, key, member)
                described: Schema = {"description": inner.description} if inner.description else {}
                self._put((Location("", f"{target}/properties") / key).pointer, {**described, **new})
                self._say(member, "a new member")
        self._note_required(schema, values, told, place)

    def _note_required(self, schema: Schema, values: Sequence[dict[str, JsonValue]], told: Told, place: str) -> None:
        """Which members are required or not is left as it is, and told where it is contradicted."""
        required = strings(schema.get("required"))
        for key, member in told.members.items():
            if member.required and key in mapping(schema.get("properties")) and key not in required:
                self.notes.append(Note(Sureness.NOTED, f"{place}.{key}", "marked as required, and left optional"))
        for key in required:
            if any(key not in value for value in values):
                self.notes.append(Note(Sureness.NOTED, f"{place}.{key}", "required, and stays so: a sample lacks it"))

    def _widen_items(self, target: str, values: Sequence[list[JsonValue]], told: Told, place: str) -> None:
        elements = [element for value in values for element in value]
        if elements and INFERRED in mapping(self._at(target)) and mapping(self._at(target)).get("items") == {}:
            name = singular(keywords.last_token(target))
            self._put(f"{target}/items", self.inference.schema(elements, told.items or NOTHING, name, f"{place}[]"))
            self._say(f"{place}[]", "what the items are, of which none was seen")
        elif (elements or told.items) and isinstance(mapping(self._at(target)).get("items"), dict):
            self.widen(f"{target}/items", elements, told.items or NOTHING, f"{place}[]")


def _null(schema: JsonValue) -> bool:
    return isinstance(schema, dict) and schema.get("type") == "null"


def _admits_null(schema: Schema) -> bool:
    if schema.get("nullable") is True or _null(schema) or "null" in strings(schema.get("type")):
        return True
    branches = [*_listed(schema.get("anyOf")), *_listed(schema.get("oneOf"))]
    return any(map(_null, branches)) or not (
        {"type", "$ref", "anyOf", "oneOf", "allOf", "enum", "const"} & schema.keys()
    )


def _listed(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []
