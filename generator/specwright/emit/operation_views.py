"""Operations -> the rows that `resources/[tag].py.jinja` places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from specwright import ir, naming
from specwright.emit.annotations import borrowed, expression, hint, union
from specwright.emit.arguments import Arguments
from specwright.emit.docstring import docstring, wrapped
from specwright.emit.imports import Spelling

FORM = "application/x-www-form-urlencoded"
_DESCRIPTORS = {place: place.value.capitalize() for place in ir.Place}
_DEFAULT_STYLES = {ir.Place.PATH: "simple", ir.Place.QUERY: "form", ir.Place.HEADER: "simple", ir.Place.COOKIE: "form"}


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a method: of a parameter, or of a member of the body that is spread over arguments."""

    name: str
    wire_name: str
    annotation: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class OperationView:
    """A method and the constant that describes its call; every text is ready to be placed."""

    name: str
    constant: str
    method: str
    path: str
    returns: str
    parameters: tuple[str, ...]
    body: str
    responses: tuple[str, ...]
    headers: tuple[str, ...]
    security: str
    signature: str
    docstring: str
    call: str
    deprecated: bool


@dataclass(frozen=True, slots=True)
class TagView:
    """A module with the operations of one tag."""

    name: str
    module: str
    class_name: str
    docstring: str
    imports: str
    operations: tuple[OperationView, ...]


def tag_views(api: ir.Api) -> tuple[TagView, ...]:
    """A row for each tag, in their order."""
    schemas = {named.name: named for named in api.schemas}
    arguments = Arguments(api)
    return tuple(
        _tag(tag, [operation for operation in api.operations if operation.tag == tag.name], schemas, arguments)
        for tag in api.tags
    )


def _tag(
    tag: ir.Tag, operations: Sequence[ir.Operation], schemas: dict[str, ir.NamedSchema], types: Arguments
) -> TagView:
    spelling = Spelling({"Operation", "Answer", "Body", tag.class_name}, models="models.")
    views = tuple(_operation(operation, schemas, types, spelling) for operation in operations)
    _import(spelling, operations, views)
    return TagView(
        name=tag.name,
        module=naming.module_name(tag.class_name),
        class_name=tag.class_name,
        docstring=docstring(tag.description or f"The operations tagged {tag.wire_name or 'with nothing'!r}."),
        imports=spelling.imports(),
        operations=views,
    )


def _import(spelling: Spelling, operations: Sequence[ir.Operation], views: Sequence[OperationView]) -> None:
    """The names that the template writes around the rows."""
    spelling.need("..", *["models"] * bool(spelling.models))
    spelling.need(".._runtime.client", "AsyncClient", "SyncClient")
    spelling.need(".._runtime.operation", "Operation")
    spelling.need(".._runtime.responses", "Answer")
    places = {parameter.place for operation in operations for parameter in operation.parameters}
    places |= {header.place for operation in operations for each in operation.responses for header in each.headers}
    spelling.need(".._runtime.parameters", *(_DESCRIPTORS[place] for place in places))
    if any(view.body for view in views):
        spelling.need(".._runtime.bodies", "Body")
    if any("spread(" in view.call for view in views):
        spelling.need(".._runtime.bodies", "spread")
    if any(view.deprecated for view in views):
        spelling.need("typing_extensions", "deprecated")


def _operation(
    operation: ir.Operation, schemas: dict[str, ir.NamedSchema], types: Arguments, spelling: Spelling
) -> OperationView:
    arguments = [
        parameter_argument(parameter, spelling(types.given(without_null(parameter.schema))))
        for parameter in operation.parameters
    ]
    positional = [a for a, p in zip(arguments, operation.parameters, strict=True) if p.place is ir.Place.PATH]
    keywords = [a for a in arguments if a not in positional]
    spread = spread_body(operation, schemas)
    members = [_member(prop, name, types, spelling) for prop, name in spread or ()]
    whole = [_whole_body(operation.body, types, spelling)] if operation.body is not None and spread is None else []
    named = list(_keywords(operation, [*keywords, *members, *whole], spelling))
    if spread is not None:
        named.append(spelling(f"extra_body: {borrowed('Mapping')}[str, object] | None = None"))
    return OperationView(
        name=operation.name,
        constant=operation.name.upper(),
        method=repr(operation.method),
        path=repr(operation.path),
        returns=spelling(returned(operation)),
        parameters=tuple(spelling(_descriptor(parameter)) for parameter in operation.parameters),
        body=spelling(_body(operation, schemas)),
        responses=tuple(spelling(row) for row in _responses(operation)),
        headers=tuple(spelling(row) for row in _headers(operation)),
        security=repr(operation.security) if operation.security else "",
        signature=", ".join(["self", *(f"{a.name}: {a.annotation}" for a in positional), *["*"] * bool(named), *named]),
        docstring=docstring(described(operation, [*positional, *keywords, *members, *whole]), 8),
        call=_call(
            operation,
            arguments,
            members,
            spread is not None,
        ),
        deprecated=operation.deprecated,
    )


def _call(operation: ir.Operation, arguments: Sequence[Argument], members: Sequence[Argument], spread: bool) -> str:
    """The arguments of `send`: the operation, the values of its parameters, and the body."""
    given_ = [operation.name.upper()]
    if arguments:
        given_.append(f"{{{', '.join(f'{a.name!r}: {a.name}' for a in arguments)}}}")
    if spread:
        mapping = f"{{{', '.join(f'{a.wire_name!r}: {a.name}' for a in members)}}}"
        given_.append(f"body=spread({mapping}, extra_body)")
    elif operation.body is not None:
        given_.append("body=body")
    return ", ".join(given_)


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
    kind = media_type.partition(";")[0].strip().lower()
    return json_media(kind) or kind == FORM or kind.startswith("multipart/")


def json_media(media_type: str) -> bool:
    """Whether a media type is JSON."""
    return media_type.partition(";")[0].strip().lower().endswith(("/json", "+json"))


def returned(operation: ir.Operation) -> str:
    """The type of a successful answer."""
    return union(answer_kinds(operation))


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
    kind = content.media_type.partition(";")[0].strip().lower()
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


def parameter_argument(parameter: ir.Parameter, annotation: str) -> Argument:
    """The argument that stands for a parameter; its default is told, for it is never filled in."""
    notes = [parameter.description, f"Default: `{parameter.default.text}`." if parameter.default else ""]
    return Argument(
        parameter.name,
        parameter.wire_name,
        annotation,
        parameter.required,
        " ".join(note for note in notes if note),
    )


def without_null(schema: ir.Schema) -> ir.Schema:
    """None as an argument means that the parameter is omitted, whether or not null is a value."""
    match schema:
        case ir.Union(members=members):
            others = tuple(member for member in members if not isinstance(member, ir.Null))
            return others[0] if len(others) == 1 else replace(schema, members=others)
        case _:
            return schema


def _member(prop: ir.Property, name: str, types: Arguments, spelling: Spelling) -> Argument:
    return Argument(name, prop.wire_name, spelling(types.given(prop.schema)), prop.required, prop.description)


def _whole_body(body: ir.Body, types: Arguments, spelling: Spelling) -> Argument:
    """The argument that takes a body as a whole: any of its media types."""
    kinds = union(_accepted(content, types) for content in body.content)
    return Argument("body", "", spelling(kinds), body.required, f"{body.description} {_sent_as(body)}".strip())


def _accepted(content: ir.Content, types: Arguments) -> str:
    """The type of what may be given for a media type."""
    if has_members(content.media_type) or content.structured:
        return types.given(content.schema)
    kind = content.media_type.partition(";")[0].strip().lower()
    if kind in ("*/*", "application/*"):
        return union([types.given(content.schema), borrowed("Content")])
    return borrowed("Content")


def _sent_as(body: ir.Body) -> str:
    """How a body travels, unless there is nothing to choose."""
    first = preferred(body)
    choice = 'chosen by `with_options(headers={"Content-Type": ...})`'
    if len(body.content) > 1:
        others = ", ".join(f"`{content.media_type}`" for content in body.content if content is not first)
        return f"Sent as `{first.media_type}` if it can be; other media types, {choice}: {others}."
    return f"Sent as `{first.media_type}`, {choice}." if "*" in first.media_type else ""


def preferred(body: ir.Body) -> ir.Content:
    """The media type in which a value is sent that all of them take."""
    return next((content for content in body.content if json_media(content.media_type)), body.content[0])


def _keywords(operation: ir.Operation, arguments: Sequence[Argument], spelling: Spelling) -> Iterator[str]:
    """The keyword arguments; one that may be left out is UNSET, or None where None means the same."""
    members = {argument.name for argument in arguments} - {parameter.name for parameter in operation.parameters}
    unset = borrowed("UNSET")
    for argument in arguments:
        if argument.required:
            yield f"{argument.name}: {argument.annotation}"
        elif argument.name in members:
            yield spelling(f"{argument.name}: {argument.annotation} | {unset} = {unset}")
        else:
            yield f"{argument.name}: {union([argument.annotation, 'None'])} = None"


def _descriptor(parameter: ir.Parameter) -> str:
    arguments = [repr(parameter.wire_name), f"lambda: {expression(without_null(parameter.schema))}"]
    if parameter.name != parameter.wire_name:
        arguments.append(f"name={parameter.name!r}")
    if parameter.required and parameter.place is not ir.Place.PATH:
        arguments.append("required=True")
    if parameter.style != _DEFAULT_STYLES[parameter.place]:
        arguments.append(f"style={parameter.style!r}")
    if parameter.explode is not (parameter.style == "form"):
        arguments.append(f"explode={parameter.explode}")
    arguments += ["allow_reserved=True"] * parameter.allow_reserved + ["allow_empty=True"] * parameter.allow_empty
    if parameter.media_type:
        arguments.append(f"media_type={parameter.media_type!r}")
    return f"{_DESCRIPTORS[parameter.place]}({', '.join(arguments)})"


def _body(operation: ir.Operation, schemas: dict[str, ir.NamedSchema]) -> str:
    """The runtime's description of a body: one for each media type."""
    if operation.body is None:
        return ""
    required = ", required=True" if operation.body.required else ""
    rows = [
        f"Body({c.media_type!r}, lambda: {expression(c.schema)}{required}{_encodings(c, schemas)}{_structured(c)})"
        for c in operation.body.content
    ]
    return rows[0] if len(rows) == 1 else f"({', '.join(rows)})"


def _structured(content: ir.Content) -> str:
    return ", structured=True" if content.structured else ""


def _encodings(content: ir.Content, schemas: dict[str, ir.NamedSchema]) -> str:
    rows = [f"{each.wire_name!r}: {encoding_descriptor(each)}" for each in telling_encodings(content, schemas)]
    return f", encodings={{{', '.join(rows)}}}" if rows else ""


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


def resolved(schema: ir.Schema, schemas: dict[str, ir.NamedSchema]) -> ir.Schema:
    """What a schema admits beside null, references followed."""
    seen: set[str] = set()
    schema = without_null(schema)
    while isinstance(schema, ir.Reference) and schema.name not in seen:
        seen.add(schema.name)
        schema = without_null(schemas[schema.name].schema)
    return schema


def encoding_descriptor(encoding: ir.Encoding) -> str:
    """The runtime's description of how a member of a form is written."""
    arguments = [repr(encoding.media_type)] * bool(encoding.media_type)
    arguments += [f"style={encoding.style!r}"] * bool(encoding.style)
    arguments += ["explode=False"] * (not encoding.explode) + ["allow_reserved=True"] * encoding.allow_reserved
    return f"{borrowed('Encoding')}({', '.join(arguments)})"


def _responses(operation: ir.Operation) -> Iterator[str]:
    for response in operation.responses:
        answers = [
            f"Answer({c.media_type!r}, lambda: {expression(c.schema)}{_structured(c)})" for c in response.content
        ]
        match answers:
            case []:
                yield f"{response.status!r}: Answer()"
            case [only]:
                yield f"{response.status!r}: {only}"
            case _:
                yield f"{response.status!r}: ({', '.join(answers)})"


def _headers(operation: ir.Operation) -> Iterator[str]:
    """The declared headers of each status that has some."""
    for response in operation.responses:
        if response.headers:
            rows = "".join(f"{_descriptor(header)}, " for header in response.headers)
            yield f"{response.status!r}: ({rows})"


def described(operation: ir.Operation, arguments: Sequence[Argument]) -> str:
    """Summary, description and arguments, as a reader of the method wants them."""
    parts = [operation.summary or f"{operation.method} {operation.path}"]
    if operation.description and operation.description != operation.summary:
        parts.append(operation.description)
    told = [argument for argument in arguments if argument.description]
    if told:
        rows = [argument_row(argument) for argument in told]
        parts.append("Args:\n" + "\n".join(rows))
    if rows := [header_row(header, response) for response in operation.responses for header in response.headers]:
        parts.append("Response headers:\n" + "\n".join(rows))
    return "\n\n".join(parts)


def header_row(header: ir.Parameter, response: ir.Response) -> str:
    """A row for a header that an answer may have."""
    always = "" if header.required else ", if at all"
    told = f"With {response.status}{always}. {header.description}".strip()
    return argument_row(Argument(header.wire_name, header.wire_name, "", header.required, told))


def argument_row(argument: Argument) -> str:
    """A row under a heading of a docstring: the name, and the description on as many lines as it takes."""
    prose = " ".join(argument.description.split())
    first, *rest = wrapped(f"{argument.name}: {prose}", 84).split("\n")
    return "\n".join([f"    {first}", *(f"        {line.strip()}" for line in rest)])
