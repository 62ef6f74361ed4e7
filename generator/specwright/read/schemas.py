"""A JSON Schema, in the dialects of OpenAPI 3.0 and 3.1 -> `ir.Schema`. Inline objects stay where they are.

A schema object is a conjunction of its keywords; so is the outcome: what each keyword group says is converted on its
own and `intersect` joins them. A reference stays a reference as long as nothing stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote

from specwright import ir, naming
from specwright.contradicted import contradicted
from specwright.intersect import intersect, refined
from specwright.ir import AnyValue, Json, NoValue, Null, Schema, escaped
from specwright.problem import Problem, warning
from specwright.read.conditions import excluded, implied, item_rules, member_rules, together
from specwright.read.json_text import JsonValue
from specwright.read.keywords import bound, count, items, last_token, members, text, texts
from specwright.read.load import Document
from specwright.read.patterned import patterned
from specwright.read.references import default_of, lookup
from specwright.read.unevaluated import Unevaluated
from specwright.regexp import runs

COMPONENTS = "#/components/schemas/"

_TYPES_OF_KEYWORDS = {
    "object": (
        "properties",
        "additionalProperties",
        "required",
        "minProperties",
        "maxProperties",
        "dependentRequired",
        "dependentSchemas",
        "patternProperties",
        "propertyNames",
        "unevaluatedProperties",
    ),
    "array": ("items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains", "unevaluatedItems"),
    "string": ("minLength", "maxLength", "pattern"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
}
_OTHER_KINDS = ("object", "array", "string", "number", "boolean", "null")
_DECIDING = ("$ref", "allOf", "anyOf", "oneOf", "enum", "const")


class Schemas:
    """Converts the schemas of one document; components are converted once, on demand."""

    def __init__(self, document: Document, names: Mapping[str, str]) -> None:
        """`names` gives the class name of each component, and of the schemas inside one, by their pointers."""
        self.problems: list[Problem] = []
        self._document = document
        self._version_3_0 = str(document.value.get("openapi")).startswith("3.0")
        self._pointers = dict(names)
        self._names = {name: pointer for pointer, name in self._pointers.items()}
        self._done: dict[str, Schema] = {}
        self._open: list[str] = []
        self._unevaluated = Unevaluated(self.convert, self._join, self._follow, self._unchecked)

    def component(self, name: str) -> Schema:
        """What a component says. One that leads only to itself admits anything, and a warning says so."""
        if name in self._done:
            return self._done[name]
        pointer = self._names[name]
        if name in self._open:
            self._warn("schema-circular", f"schema {name} is defined by itself alone", pointer, "break the circle")
            return AnyValue()
        self._open.append(name)
        schema = self._own(self._converted(lookup(self._document.value, pointer), pointer))
        self._open.pop()
        return self._done.setdefault(name, schema)

    def admits_text(self, schema: Schema, inside: frozenset[str] = frozenset()) -> bool:
        """Whether a string may be valid; `inside` are the components that are being looked into."""
        match schema:
            case AnyValue() | ir.String():
                return True
            case ir.Enumeration(values=values):
                return any(isinstance(value.value, str) for value in values)
            case ir.Union(members=alternatives):
                return any(self.admits_text(member, inside) for member in alternatives)
            case ir.Reference(name=name):
                return name not in inside and self.admits_text(self.component(name), inside | {name})
            case _:
                return False

    def _own(self, schema: Schema) -> Schema:
        """A component that adds rules to an object becomes a class, like one that adds properties."""
        match schema:
            case ir.Refined(schema=ir.Reference() as reference, rules=rules):
                return refined(base, rules) if isinstance(base := self._expand(reference), ir.Object) else schema
            case _:
                return schema

    def convert(self, value: JsonValue, pointer: str) -> Schema:
        """The schema at a pointer of the document, which `value` is: a reference if it has a name."""
        name = self._pointers.get(pointer)
        return ir.Reference(name) if name else self._converted(value, pointer)

    def _converted(self, value: JsonValue, pointer: str) -> Schema:
        match value:
            case bool():
                return AnyValue() if value else NoValue()
            case dict():
                parts = [part for part in self._parts(value, pointer) if not isinstance(part, AnyValue)]
                null = self._takes_null(value)
                joined = self._unevaluated.closed(self._joined(parts, pointer, beside_null=null), value, pointer)
                return _union_of([joined, Null()]) if null and not ir.nullable(joined) else joined
            case _:
                return AnyValue()

    def _parts(self, keywords: dict[str, JsonValue], pointer: str) -> list[Schema]:
        """What each group of keywords says, on its own."""
        parts: list[Schema] = []
        if isinstance(ref := keywords.get("$ref"), str):
            parts.append(self._reference(ref, pointer))
            if len(keywords) == 1 or self._version_3_0:
                return parts
        parts.append(self._typed(keywords, pointer))
        if "const" in keywords:
            parts.append(ir.Enumeration((Json.of(keywords["const"]),)))
        if isinstance(values := keywords.get("enum"), list):
            parts.append(ir.Enumeration(tuple(dict.fromkeys(Json.of(item) for item in values))))
        for index, member in enumerate(items(keywords.get("allOf"))):
            parts.append(self.convert(member, f"{pointer}/allOf/{index}"))
        for keyword in ("anyOf", "oneOf"):
            if alternatives := items(keywords.get(keyword)):
                rule = together(keyword, alternatives)
                parts.append(
                    ir.Object((), AnyValue(), rules=(rule,))
                    if rule
                    else self._union(keyword, alternatives, keywords, pointer)
                )
        if "$dynamicRef" in keywords:
            self._unchecked("$dynamicRef", pointer)
        parts.append(excluded(keywords, pointer, self.convert))
        parts.append(implied(keywords, pointer, self.convert))
        return parts

    def _joined(self, parts: Sequence[Schema], pointer: str, *, beside_null: bool) -> Schema:
        """What all parts say together; nothing at all is told as a mistake, unless there is null `beside`."""
        joined: Schema = AnyValue()
        for part in parts:
            joined = self._join(joined, part)
        if contradicted(joined):
            joined = NoValue()
        if isinstance(joined, NoValue) and not beside_null and not any(isinstance(part, NoValue) for part in parts):
            self._warn("schema-unsatisfiable", "no value can satisfy this schema", pointer, "mend the contradiction")
        return joined

    def _join(self, left: Schema, right: Schema) -> Schema:
        return intersect(left, right, self._expand)

    def _expand(self, reference: ir.Reference) -> Schema:
        schema = self.component(reference.name)
        return self._expand(schema) if isinstance(schema, ir.Reference) else schema

    def _reference(self, ref: str, pointer: str) -> Schema:
        target = unquote(ref.removeprefix("#"))
        if name := self._pointers.get(target):
            return ir.Reference(name)
        if target in self._open or not ref.startswith("#"):
            self._warn("reference-opaque", f"{ref} cannot be followed here", pointer, "make it a component of its own")
            return AnyValue()
        self._open.append(target)
        schema = self.convert(lookup(self._document.value, target), target)
        self._open.pop()
        return schema

    def _takes_null(self, keywords: Mapping[str, JsonValue]) -> bool:
        """Whether OpenAPI 3.0's `nullable: true` admits null beside whatever the other keywords admit."""
        return self._version_3_0 and "$ref" not in keywords and keywords.get("nullable") is True

    def _union(
        self, keyword: str, alternatives: list[JsonValue], keywords: Mapping[str, JsonValue], pointer: str
    ) -> Schema:
        converted = [self.convert(member, f"{pointer}/{keyword}/{i}") for i, member in enumerate(alternatives)]
        if keyword == "anyOf" and any(isinstance(member, AnyValue) for member in converted):
            return AnyValue()
        return _union_of(
            converted, exclusive=keyword == "oneOf", discriminator=self._discriminator(keywords, converted)
        )

    def _discriminator(
        self, keywords: Mapping[str, JsonValue], alternatives: Sequence[Schema]
    ) -> ir.Discriminator | None:
        discriminator = members(keywords.get("discriminator"))
        wire_name = text(discriminator, "propertyName")
        if not wire_name:
            return None
        mapping = members(discriminator.get("mapping"))
        pairs = [(value, self.target(target)) for value, target in mapping.items() if isinstance(target, str)]
        named = {name for _, name in pairs}
        pairs += [
            (last_token(self._names[member.name]), member.name)
            for member in alternatives
            if isinstance(member, ir.Reference) and member.name not in named
        ]
        return ir.Discriminator(wire_name, tuple((value, name) for value, name in pairs if name))

    def target(self, target: str) -> str:
        """A value of `mapping` is a reference or the bare name of a component."""
        pointer = unquote(target.removeprefix("#"))
        return self._pointers.get(pointer) or self._pointers.get(f"{COMPONENTS}{target}"[1:], "")

    def _typed(self, keywords: Mapping[str, JsonValue], pointer: str) -> Schema:
        """What `type` and the keywords that belong to a type say.

        Without `type`, keywords of a kind are taken to mean that kind: `properties` an object. Where something else
        decides on the kind they say no more than JSON Schema has them say, and leave the other kinds alone.
        """
        kinds = texts(keywords.get("type")) or texts([keywords.get("type")])
        if not kinds:
            kinds = [kind for kind, names in _TYPES_OF_KEYWORDS.items() if any(name in keywords for name in names)]
            if kinds and any(name in keywords for name in _DECIDING):
                kinds += _OTHER_KINDS
        if not kinds and keywords.get("format") in set(ir.Format):
            kinds = list(_OTHER_KINDS)
        if not kinds:
            return AnyValue()
        return _union_of([self._of_kind(kind, keywords, pointer) for kind in dict.fromkeys(kinds)])

    def _of_kind(self, kind: str, keywords: Mapping[str, JsonValue], pointer: str) -> Schema:
        match kind:
            case "object":
                return self._object(keywords, pointer)
            case "array":
                return self._array(keywords, pointer)
            case "string":
                return self._string(keywords, pointer)
            case "integer" | "number":
                return _number(keywords, integral=kind == "integer")
            case "boolean":
                return ir.Boolean()
            case "null":
                return Null()
            case _:
                return AnyValue()

    def _object(self, keywords: Mapping[str, JsonValue], pointer: str) -> Schema:
        declared = members(keywords.get("properties"))
        required = texts(keywords.get("required"))
        properties = [self._property(name, value, pointer, name in required) for name, value in declared.items()]
        additional = self.convert(keywords.get("additionalProperties", True), f"{pointer}/additionalProperties")
        patterns = self._patterns(keywords, pointer)
        properties += [
            ir.Property(naming.attribute_name(name), name, additional, True, location=self._document.locate(pointer))
            for name in dict.fromkeys(required)
            if name not in declared
        ]
        plain = ir.Object(
            tuple(properties),
            additional,
            count(keywords.get("minProperties")) or 0,
            count(keywords.get("maxProperties")),
            tuple(member_rules(keywords, pointer, self.convert)),
        )
        return patterned(plain, patterns, declared, self._join) if patterns else plain

    def _patterns(self, keywords: Mapping[str, JsonValue], pointer: str) -> list[tuple[str, Schema]]:
        """The patterns of `patternProperties` that can be run, each with what it asks of a member."""
        found: list[tuple[str, Schema]] = []
        for pattern, value in members(keywords.get("patternProperties")).items():
            place = f"{pointer}/patternProperties/{escaped(pattern)}"
            if runs(pattern):
                found.append((pattern, self.convert(value, place)))
            else:
                self._unrunnable(pattern, place)
        return found

    def _property(self, name: str, value: JsonValue, pointer: str, required: bool) -> ir.Property:
        place = f"{pointer}/properties/{escaped(name)}"
        notes = members(value)
        return ir.Property(
            name=naming.attribute_name(text(notes, "x-specwright-name") or name),
            wire_name=name,
            schema=self.convert(value, place),
            required=required,
            description=text(notes, "description"),
            default=default_of(self._document.value, value),
            deprecated=notes.get("deprecated") is True,
            read_only=self._flagged(value, "readOnly"),
            write_only=self._flagged(value, "writeOnly"),
            location=self._document.locate(place),
        )

    def _flagged(self, value: JsonValue, flag: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether a property is marked as going one way only, itself or where its reference or `allOf` leads."""
        notes = members(value)
        reference = text(notes, "$ref")
        if reference in seen or (notes.get(flag) is True and not (reference and self._version_3_0)):
            return reference not in seen
        parts = items(notes.get("allOf"))
        if reference.startswith("#"):
            parts = [*parts, lookup(self._document.value, unquote(reference[1:]))]
        return any(self._flagged(part, flag, seen | {reference} if reference else seen) for part in parts)

    def _array(self, keywords: Mapping[str, JsonValue], pointer: str) -> Schema:
        prefix = items(keywords.get("prefixItems"))
        array = ir.Array(
            items=self.convert(keywords.get("items", True), f"{pointer}/items"),
            prefix=tuple(self.convert(item, f"{pointer}/prefixItems/{i}") for i, item in enumerate(prefix)),
            min_items=count(keywords.get("minItems")) or 0,
            max_items=count(keywords.get("maxItems")),
            unique=keywords.get("uniqueItems") is True,
        )
        return refined(array, tuple(item_rules(keywords, pointer, self.convert)))

    def _string(self, keywords: Mapping[str, JsonValue], pointer: str) -> ir.String:
        name, pattern = keywords.get("format"), keywords.get("pattern")
        if isinstance(pattern, str) and not runs(pattern):
            self._unrunnable(pattern, pointer)
            pattern = None
        return ir.String(
            format=ir.Format(name) if isinstance(name, str) and name in set(ir.Format) else _octets(keywords),
            min_length=count(keywords.get("minLength")) or 0,
            max_length=count(keywords.get("maxLength")),
            pattern=pattern if isinstance(pattern, str) else None,
        )

    def _follow(self, ref: str) -> tuple[JsonValue, str] | None:
        """What a reference leads to, and its pointer; None if it leads out of the document."""
        pointer = ref.removeprefix("#")
        return (lookup(self._document.value, pointer), pointer) if ref.startswith("#") else None

    def _unchecked(self, keyword: str, pointer: str) -> None:
        remedy = {"unevaluatedItems": "say it without anyOf, oneOf and if"}.get(keyword, "say it with `$ref`")
        message = f"what `{keyword}` asks for depends on more than can be seen here, and is not checked"
        self._warn("keyword-unchecked", message, f"{pointer}/{keyword}", remedy)

    def _unrunnable(self, pattern: str, pointer: str) -> None:
        self._warn("pattern-unsupported", f"{pattern!r} cannot be run and is ignored", pointer, "mend the pattern")

    def _warn(self, code: str, message: str, pointer: str, remedy: str) -> None:
        problem = warning(code, message, self._document.locate(pointer), remedy)
        if problem not in self.problems:
            self.problems.append(problem)


def _number(keywords: Mapping[str, JsonValue], *, integral: bool) -> ir.Number:
    """Bounds in both dialects: in OpenAPI 3.0 `exclusiveMinimum` is a boolean that qualifies `minimum`."""
    minimum, maximum = bound(keywords.get("minimum")), bound(keywords.get("maximum"))
    above, below = keywords.get("exclusiveMinimum"), keywords.get("exclusiveMaximum")
    return ir.Number(
        integral=integral,
        minimum=None if above is True else minimum,
        maximum=None if below is True else maximum,
        exclusive_minimum=minimum if above is True else bound(above),
        exclusive_maximum=maximum if below is True else bound(below),
        multiple_of=bound(keywords.get("multipleOf")) or None,
    )


def _union_of(
    members: Sequence[Schema], *, exclusive: bool = False, discriminator: ir.Discriminator | None = None
) -> Schema:
    """A union without members that admit nothing, nested ones of the same kind opened; one member is itself.

    A nested one that has nothing but null beside it stays what it is, and admits null.
    """
    flat: list[Schema] = []
    for member in members:
        if isinstance(member, ir.Union) and not member.exclusive and not exclusive:
            flat.extend(member.members)
        elif not isinstance(member, NoValue):
            flat.append(member)
    distinct = tuple(flat) if exclusive else _distinct(flat)
    if len(distinct) == 1:
        return distinct[0]
    match [member for member in members if not isinstance(member, Null | NoValue)]:
        case [ir.Union(exclusive=False) as only] if not exclusive:
            return replace(only, members=distinct, discriminator=discriminator or only.discriminator)
        case _:
            return ir.Union(distinct, exclusive, discriminator) if distinct else NoValue()


def _distinct(members: list[Schema]) -> tuple[Schema, ...]:
    """The members without repetitions; of the usual two, it is quickly seen that they differ."""
    if len(members) == 2 and members[0] != members[1]:
        return tuple(members)
    return tuple(dict.fromkeys(members))


def _octets(keywords: Mapping[str, JsonValue]) -> ir.Format | None:
    """A string that has a media type and no encoding is its octets, unless it is text (OpenAPI 3.1, 4.8.14.1)."""
    media_type = text(keywords, "contentMediaType").lower()
    readable = media_type.startswith("text/") or media_type.endswith(("json", "xml"))
    return ir.Format.BINARY if media_type and not readable and "contentEncoding" not in keywords else None
