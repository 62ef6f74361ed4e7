"""The narrow waist: what an API is, once every question about its document is settled.

`read` produces an `Api`, `emit` consumes one, and neither knows the other. Every value here is frozen,
hashable and complete: no dict of the document survives, nothing is missing by accident, and an alternative
is a sum type that a `match` must exhaust. Where a value came from (`Location`) is carried along but is not
part of what it is: it never takes part in equality.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias, TypeGuard


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a document: the file as the user named it, and an RFC 6901 JSON pointer into it."""

    file: str
    pointer: str = ""

    def __truediv__(self, token: str | int) -> Location:
        """The place one step further down."""
        return Location(self.file, f"{self.pointer}/{escaped(str(token))}")


def escaped(token: str) -> str:
    """A member's name as a token of a JSON pointer (RFC 6901)."""
    return token.replace("~", "~0").replace("/", "~1")


NOWHERE = Location("")


@dataclass(frozen=True, slots=True)
class Json:
    """A literal JSON value, frozen as its text: `Json.of([1, 2])`. Two are equal when their texts are."""

    text: str

    @classmethod
    def of(cls, value: object) -> Json:
        """Freeze a value made of dict, list, str, int, float, bool and None."""
        return cls(json.dumps(value, ensure_ascii=False, sort_keys=True))

    @property
    def value(self) -> object:
        """The value, thawed anew on each call."""
        return json.loads(self.text)


# --- schemas: the sum type --------------------------------------------------------------------------------------------


class Format(StrEnum):
    """A `format` that decides on a type: those that are asserted, and `binary`, octets where a string travels alone.

    Every other is an annotation on a string and is not kept.
    """

    DATE = "date"
    DATE_TIME = "date-time"
    UUID = "uuid"
    BINARY = "binary"


@dataclass(frozen=True, slots=True)
class AnyValue:
    """The schema `{}` or `true`: any JSON value at all."""


@dataclass(frozen=True, slots=True)
class NoValue:
    """The schema `false`: no value is valid."""


@dataclass(frozen=True, slots=True)
class Null:
    """Exactly `null`."""


@dataclass(frozen=True, slots=True)
class Boolean:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number; with `integral`, one without a fractional part (`1.0` is one). Bounds are JSON numbers."""

    integral: bool = False
    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: int | float | None = None
    exclusive_maximum: int | float | None = None
    multiple_of: int | float | None = None


@dataclass(frozen=True, slots=True)
class String:
    """A string; lengths count code points, `pattern` is an unanchored ECMA-262 expression."""

    format: Format | None = None
    min_length: int = 0
    max_length: int | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Enumeration:
    """`enum` or `const`: one of these literal values, in the order of the document."""

    values: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class Array:
    """A list of `items`, after the fixed `prefix` if there is one."""

    items: Schema
    prefix: tuple[Schema, ...] = ()
    min_items: int = 0
    max_items: int | None = None
    unique: bool = False


@dataclass(frozen=True, slots=True)
class Property:
    """A declared member of an object: its Python name, its name on the wire, and what it may hold."""

    name: str
    wire_name: str
    schema: Schema
    required: bool
    description: str = ""
    default: Json | None = None
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Together:
    """So many of these sets of members are present as a whole: 1 or more for `anyOf`, 1 for `oneOf`, 0 for `not`."""

    sets: tuple[tuple[str, ...], ...]
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Needs:
    """`dependentRequired`: where one member is present, so are these."""

    name: str
    needed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """`propertyNames`: what the name of every member is."""

    schema: Schema


@dataclass(frozen=True, slots=True)
class Patterns:
    """`patternProperties`: what a member holds whose name matches, and `others` for a name that none matches.

    Those in `declared` are no others: they are properties of the object that says this.
    """

    patterns: tuple[tuple[str, Schema], ...]
    others: Schema
    declared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holds:
    """`contains`: so many items of an array are of a schema."""

    schema: Schema
    least: int = 1
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Excludes:
    """`not`: the value is not of this schema."""

    schema: Schema


@dataclass(frozen=True, slots=True)
class Implies:
    """`if`, `then`, `else`: a value of the condition is of the consequence, any other of the alternative."""

    condition: Schema
    consequence: Schema
    alternative: Schema = AnyValue()


@dataclass(frozen=True, slots=True)
class Branch:
    """The members that a part of a schema speaks of, for values of its condition."""

    condition: Schema
    names: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unevaluated:
    """`unevaluatedProperties`: what a member holds that none of the branches speaks of which the value is in."""

    others: Schema
    branches: tuple[Branch, ...]


Rule: TypeAlias = "Together | Needs | Names | Patterns | Unevaluated | Holds | Excludes | Implies"
"""What a schema says of a value as a whole, if it is of the kind that the rule is about; members go by wire names."""


@dataclass(frozen=True, slots=True)
class Object:
    """An object: declared properties, and what any other member may hold (`NoValue` forbids them)."""

    properties: tuple[Property, ...]
    additional: Schema
    min_properties: int = 0
    max_properties: int | None = None
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Refined:
    """The values of a schema, which is no inline object, that keep to some rules beside."""

    schema: Schema
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Discriminator:
    """Which member of a union a value is: the wire name of the deciding property, and (value, schema name) pairs."""

    wire_name: str
    mapping: tuple[tuple[str, str], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the schemas, each once."""
        return tuple(dict.fromkeys(name for _, name in self.mapping))

    def renamed(self, names: Mapping[str, str]) -> Discriminator:
        """The same, with other names for some of the schemas."""
        return replace(self, mapping=tuple((value, names.get(name, name)) for value, name in self.mapping))


@dataclass(frozen=True, slots=True)
class Union:
    """`anyOf`, or with `exclusive` a `oneOf` whose members overlap; a nullable schema is a union with `Null`.

    One that `grows` has several kinds of objects: a later version of the API may answer with another. What an `allOf`
    says `beside` holds for each of them, also for those to come; the members say it already. With `told_by`, the
    objects among them are references, and each requires a text of its own there.
    """

    members: tuple[Schema, ...]
    exclusive: bool = False
    discriminator: Discriminator | None = None
    grows: bool = False
    beside: Schema = AnyValue()
    told_by: Discriminator | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A named schema, by its Python class name: a key of `Api.schema`.

    What is valid is decided by that alone. A value that says which of the `kinds` it is, each of which extends the
    schema, is read as that one: all of them are objects with properties.
    """

    name: str
    kinds: Discriminator | None = None


Schema: TypeAlias = (
    "AnyValue | NoValue | Null | Boolean | Number | String | Enumeration | Array | Object | Refined | Union | Reference"
)


def children(schema: Schema) -> Iterator[Schema]:
    """The schemas directly inside one; every walk over schemas is written on top of this."""
    match schema:
        case Array(items=items, prefix=prefix):
            yield from prefix
            yield items
        case Object(properties=properties, additional=additional, rules=rules):
            yield from (prop.schema for prop in properties)
            yield additional
            yield from (held for rule in rules for held in held_by(rule))
        case Refined(schema=inner, rules=rules):
            yield inner
            yield from (held for rule in rules for held in held_by(rule))
        case Union(members=members, beside=beside):
            yield from members
            yield beside
        case AnyValue() | NoValue() | Null() | Boolean() | Number() | String() | Enumeration() | Reference():
            return


def held_by(rule: Rule) -> Iterator[Schema]:
    """The schemas directly inside a rule."""
    match rule:
        case Together() | Needs():
            return
        case Names(schema=schema) | Holds(schema=schema) | Excludes(schema=schema):
            yield schema
        case Patterns(patterns=patterns, others=others):
            yield from (schema for _, schema in patterns)
            yield others
        case Unevaluated(others=others, branches=branches):
            yield others
            yield from (branch.condition for branch in branches)
        case Implies(condition=condition, consequence=consequence, alternative=alternative):
            yield from (condition, consequence, alternative)


def rebuilt(schema: Schema, change: Callable[[Schema], Schema]) -> Schema:
    """The schema with every schema inside it changed, and then itself; references are not followed.

    Whatever nothing changes in stays the same object.
    """
    match schema:
        case Array(items=items, prefix=prefix):
            inside, each = tuple(rebuilt(item, change) for item in prefix), rebuilt(items, change)
            if each is not items or not _same(inside, prefix):
                schema = replace(schema, items=each, prefix=inside)
        case Object(properties=properties, additional=additional, rules=rules):
            held = tuple(_rebuilt_property(prop, change) for prop in properties)
            kept, others = tuple(_rebuilt_rule(rule, change) for rule in rules), rebuilt(additional, change)
            if others is not additional or rules or not _same(held, properties):
                schema = replace(schema, properties=held, additional=others, rules=kept)
        case Refined(schema=inner, rules=rules):
            schema = Refined(rebuilt(inner, change), tuple(_rebuilt_rule(rule, change) for rule in rules))
        case Union(members=members, beside=beside):
            inside, each = tuple(rebuilt(member, change) for member in members), rebuilt(beside, change)
            if each is not beside or not _same(inside, members):
                schema = replace(schema, members=inside, beside=each)
        case _:
            pass
    return change(schema)


def _same(new: tuple[object, ...], old: tuple[object, ...]) -> bool:
    return all(after is before for after, before in zip(new, old, strict=True))


def _rebuilt_property(prop: Property, change: Callable[[Schema], Schema]) -> Property:
    schema = rebuilt(prop.schema, change)
    return prop if schema is prop.schema else replace(prop, schema=schema)


def _rebuilt_rule(rule: Rule, change: Callable[[Schema], Schema]) -> Rule:
    match rule:
        case Together() | Needs():
            return rule
        case Names(schema=schema) | Holds(schema=schema) | Excludes(schema=schema):
            return replace(rule, schema=rebuilt(schema, change))
        case Patterns(patterns=patterns, others=others):
            held = tuple((pattern, rebuilt(schema, change)) for pattern, schema in patterns)
            return replace(rule, patterns=held, others=rebuilt(others, change))
        case Unevaluated(others=others, branches=branches):
            kept = tuple(replace(branch, condition=rebuilt(branch.condition, change)) for branch in branches)
            return Unevaluated(rebuilt(others, change), kept)
        case Implies():
            return Implies(*(rebuilt(schema, change) for schema in held_by(rule)))


def references(schema: Schema) -> Iterator[str]:
    """The names of the schemas that one refers to, in the order of the text, repeated as they repeat."""
    if isinstance(schema, Reference):
        yield schema.name
        yield from schema.kinds.names if schema.kinds else ()
    for child in children(schema):
        yield from references(child)


def opened(schema: Schema, schemas: Mapping[str, Schema]) -> Schema:
    """What stands behind a reference, if need be behind several; a circle of references is one of them."""
    seen: set[str] = set()
    while isinstance(schema, Reference) and schema.name not in seen:
        seen.add(schema.name)
        schema = schemas[schema.name]
    return schema


def has_fields(schema: Schema) -> TypeGuard[Object]:
    """Whether a named schema is a class with fields; any other is an alias."""
    return isinstance(schema, Object) and bool(schema.properties)


def nullable(schema: Schema) -> bool:
    """Whether the schema itself, without following references, admits `null`."""
    match schema:
        case AnyValue() | Null():
            return True
        case Union(members=members):
            return any(nullable(member) for member in members)
        case Refined(schema=inner):
            return nullable(inner)
        case Enumeration(values=values):
            return Json("null") in values
        case _:
            return False


class Direction(StrEnum):
    """Which way a value goes, as seen by a client: `readOnly` members are not sent, `writeOnly` ones not received."""

    REQUEST = "request"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True)
class NamedSchema:
    """A component, or an inline object hoisted under a name of its own, which says where it stands.

    `pointer` is a component's place in the document as its overlays leave it; a hoisted schema has none, since
    several parts of the document may have been joined in it. `direction` is None if it is the same both ways; one that
    is received says what the same is called where it is `sent_as` another.
    """

    name: str
    schema: Schema
    description: str = ""
    deprecated: bool = False
    pointer: str = ""
    direction: Direction | None = None
    sent_as: str = ""
    location: Location = field(default=NOWHERE, compare=False)


# --- operations -------------------------------------------------------------------------------------------------------


class Place(StrEnum):
    """Where a parameter travels: the value of `in`."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter object: `style` and `explode` with the defaults of the specification filled in.

    `pointer` is its place in the document as its overlays leave it. With a `media_type` the value is one text of it, in
    place of a style.
    """

    name: str
    wire_name: str
    place: Place
    schema: Schema
    required: bool
    style: str
    explode: bool
    allow_reserved: bool = False
    allow_empty: bool = False
    media_type: str = ""
    description: str = ""
    default: Json | None = None
    deprecated: bool = False
    pointer: str = field(default="", compare=False)
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a member of a form is written: with a `style`, or else as its media types say; `""` where nothing is said."""

    wire_name: str
    media_type: str = ""
    style: str = ""
    explode: bool = True
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """A media type of a body, and the schema of what it carries.

    What is `structured` is JSON though its media type does not say so: no text is valid for its schema.
    """

    media_type: str
    schema: Schema
    encodings: tuple[Encoding, ...] = ()
    structured: bool = False
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Body:
    """A request body: at least one media type."""

    content: tuple[Content, ...]
    required: bool
    description: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """A declared response: `status` is three digits, a range (`4XX`) or `default`; no content, no body.

    `headers` are described as parameters are, under their own names.
    """

    status: str
    description: str
    content: tuple[Content, ...]
    headers: tuple[Parameter, ...] = ()
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ApiKey:
    """`apiKey`: a secret sent in a header, the query or a cookie, under `wire_name`."""

    place: Place
    wire_name: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """`http` bearer, `oauth2` and `openIdConnect`: a token in the Authorization header."""


@dataclass(frozen=True, slots=True)
class Basic:
    """`http` basic: user name and password in the Authorization header."""


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A scheme that cannot be filled from a constructor argument, `mutualTLS` or `digest`; `kind` names it."""

    kind: str


Credential: TypeAlias = "ApiKey | Bearer | Basic | Unsupported"


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """A security scheme; `name` is the constructor argument that fills it."""

    name: str
    wire_name: str
    credential: Credential
    description: str = ""
    location: Location = field(default=NOWHERE, compare=False)


Requirement: TypeAlias = tuple[str, ...]
"""The names of the security schemes that must be given together; of several requirements one is enough."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A method on a path: `name` is unique within its tag, `security` empty when none is needed.

    `servers` are base URLs of its own, without a slash at the end, if it is not where the API is.
    `pointer` is its place in the document as its overlays leave it, references on the way followed.
    """

    name: str
    tag: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    security: tuple[Requirement, ...]
    servers: tuple[str, ...] = ()
    operation_id: str = ""
    summary: str = ""
    description: str = ""
    deprecated: bool = False
    pointer: str = field(default="", compare=False)
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Called:
    """What makes a callback be sent: the operation that asks for it (`POST /hooks`), and the URL it then goes to.

    `expression` is a runtime expression, such as `{$request.body#/url}`.
    """

    operation: str
    expression: str


@dataclass(frozen=True, slots=True)
class Webhook:
    """A request that the API sends: a webhook, or a callback, which has `calls` that ask for it.

    `wire_name` is its key in the document, `pointer` the place of its operation as the overlays leave it.
    """

    name: str
    wire_name: str
    method: str
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    calls: tuple[Called, ...] = ()
    summary: str = ""
    description: str = ""
    deprecated: bool = False
    pointer: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Tag:
    """A namespace of operations: `client.<name>`, a class called `class_name`."""

    name: str
    class_name: str
    wire_name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL, its variables already replaced by their defaults."""

    url: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Api:
    """A whole API. Schemas, tags and webhooks are sorted by name; operations by tag, then in the document's order."""

    title: str
    version: str
    description: str
    servers: tuple[Server, ...]
    security_schemes: tuple[SecurityScheme, ...]
    tags: tuple[Tag, ...]
    operations: tuple[Operation, ...]
    schemas: tuple[NamedSchema, ...]
    webhooks: tuple[Webhook, ...] = ()
