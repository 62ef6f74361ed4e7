"""What messages hold: which bodies have members, and what a media type is in Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from specwright import ir, naming
from specwright.emit.annotations import hint, union

FORM = "application/x-www-form-urlencoded"


def spread_body(operation: ir.Operation, schemas: dict[str, ir.NamedSchema]) -> list[tuple[ir.Property, str]] | None:
    """The members of a body that become arguments, each with the argument's name; None if `body` is one argument.

    Spread is a body of one media type that is never null and declares its members. One that may be left out is spread
    only if all of its members may be: else none could be left out.
    """
    target = _body_object(operation, schemas)
    if target is None:
        return None
    taken = {parameter.name for parameter in operation.parameters} | {"self", "extra_body"}
    names: list[tuple[ir.Property, str]] = []
    for prop in target.properties:
        name = naming.unique(f"body_{prop.name}" if prop.name in taken else prop.name, taken)
        taken.add(name)
        names.append((prop, name))
    return names


def _body_object(operation: ir.Operation, schemas: dict[str, ir.NamedSchema]) -> ir.Object | None:
    match operation.body:
        case ir.Body(content=(ir.Content(schema=ir.Reference(name=name), media_type=kind),)) if has_members(kind):
            schema = schemas[name].schema
        case _:
            return None
    if not isinstance(schema, ir.Object) or not schema.properties:
        return None
    return schema if operation.body.required or not any(prop.required for prop in schema.properties) else None


def has_members(media_type: str) -> bool:
    """Whether what is sent has members, or is any other JSON: an object is JSON, a form or a multipart body."""
    kind = essence(media_type)
    return json_media(kind) or kind == FORM or kind.startswith("multipart/")


def json_media(media_type: str) -> bool:
    """Whether a media type is JSON."""
    return essence(media_type).endswith(("/json", "+json"))


def essence(media_type: str) -> str:
    """A media type without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def answer_kinds(operation: ir.Operation) -> list[str]:
    """The types that a successful answer may have."""
    chosen = successes(operation)
    kinds = [content_hint(content) for response in chosen for content in response.content]
    empty = any(not response.content for response in chosen) or operation.method == "HEAD" or not chosen
    return [*kinds, *["None"] * empty]


def successes(operation: ir.Operation) -> list[ir.Response]:
    """The responses that are no errors: the default one is, unless it is all that is declared."""
    fine = [response for response in operation.responses if response.status.startswith("2")]
    return fine or [response for response in operation.responses if response.status == "default"]


def content_hint(content: ir.Content) -> str:
    """The type of a value that is sent: of the schema if it is JSON, text or octets if it is not, or any of them."""
    kinds = raw_kinds(content)
    return union([hint(content.schema), *kinds]) if len(kinds) != 1 else kinds[0]


def raw_kinds(content: ir.Content) -> tuple[str, ...]:
    """The types of content that is no JSON: none if all of it is, both if it may be anything."""
    kind = essence(content.media_type)
    if json_media(kind) or content.structured:
        return ()
    if kind in ("*/*", "application/*"):
        return ("str", "bytes")
    return ("str",) if readable(kind) else ("bytes",)


_TEXTS = frozenset("xml yaml x-yaml jsonl jsonlines x-ndjson ndjson javascript graphql sql toml".split())


def readable(kind: str) -> bool:
    """Whether what a media type names is text, as the runtime's `media.text` has it."""
    family, _, name = kind.partition("/")
    return family == "text" or name.endswith(("+xml", "+yaml")) or (family == "application" and name in _TEXTS)


def without_null(schema: ir.Schema) -> ir.Schema:
    """None as an argument means that the parameter is omitted, whether or not null is a value."""
    match schema:
        case ir.Union(members=members):
            others = tuple(member for member in members if not isinstance(member, ir.Null))
            return others[0] if len(others) == 1 else replace(schema, members=others)
        case _:
            return schema


def preferred(body: ir.Body) -> ir.Content:
    """The media type in which a value is sent that all of them take."""
    return next((content for content in body.content if json_media(content.media_type)), body.content[0])


def resolved(schema: ir.Schema, schemas: dict[str, ir.NamedSchema]) -> ir.Schema:
    """What a schema admits beside null, references followed."""
    seen: set[str] = set()
    schema = without_null(schema)
    while isinstance(schema, ir.Reference) and schema.name not in seen:
        seen.add(schema.name)
        schema = without_null(schemas[schema.name].schema)
    return schema


def file_members(content: ir.Content, schemas: dict[str, ir.NamedSchema]) -> list[str]:
    """The members of a multipart body that are files, or lists of them, by the names of the wire."""
    whole = resolved(content.schema, schemas)
    if isinstance(whole, ir.Refined):
        whole = resolved(whole.schema, schemas)
    if not isinstance(whole, ir.Object) or not content.media_type.lower().startswith("multipart/"):
        return []
    return [prop.wire_name for prop in whole.properties if _is_file(prop.schema, schemas)]


def _is_file(schema: ir.Schema, schemas: dict[str, ir.NamedSchema]) -> bool:
    member = resolved(schema, schemas)
    item = resolved(member.items, schemas) if isinstance(member, ir.Array) else member
    return isinstance(item, ir.String) and item.format is ir.Format.BINARY


def telling_encodings(content: ir.Content, schemas: dict[str, ir.NamedSchema]) -> Iterator[ir.Encoding]:
    """The encodings that differ from the usual one: anything but an object has the exploded style `form` anyway."""
    whole = resolved(content.schema, schemas)
    members = {prop.wire_name: prop.schema for prop in whole.properties} if isinstance(whole, ir.Object) else {}
    for encoding in content.encodings:
        member = resolved(members.get(encoding.wire_name, ir.AnyValue()), schemas)
        usual = encoding.style == "form" and encoding.explode and not isinstance(member, ir.Object)
        told = replace(encoding, style="") if usual else encoding
        if told != ir.Encoding(encoding.wire_name):
            yield told
