"""Operations -> the rows that `resources/[tag].py.jinja` places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from specwright import ir, naming
from specwright.emit.annotations import borrowed, union
from specwright.emit.arguments import Arguments
from specwright.emit.contents import (
    answer_kinds,
    essence,
    has_members,
    json_media,
    preferred,
    spread_body,
    without_null,
)
from specwright.emit.descriptors import (
    DESCRIPTORS,
    body_descriptors,
    header_descriptors,
    parameter_descriptor,
    response_descriptors,
)
from specwright.emit.docstring import docstring, wrapped
from specwright.emit.imports import Spelling

_CALLED = frozenset({"spread"})
"""What a method calls: an argument would hide its name."""


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
    """A method and the constant that describes its call; every text is ready to be placed.

    `deprecated` is the name of the decorator of one that is.
    """

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
    servers: str
    signature: str
    docstring: str
    call: str
    deprecated: str


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
    constants = (naming.constant_name(operation.name) for operation in operations)
    arguments = {name for operation in operations for name in _argument_names(operation, schemas)}
    own = {"Operation", "Answer", "Body", tag.class_name, *constants, *(_CALLED & arguments)}
    spelling = among_methods(operations, own)
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


def among_methods(operations: Sequence[ir.Operation], own: Collection[str]) -> Spelling:
    """How a module spells what a class with a method for each operation is made of: a method would hide its name."""
    methods = {operation.name for operation in operations}
    return Spelling({*own, *methods}, models="_models." if "models" in methods else "models.")


def import_models(spelling: Spelling) -> None:
    """Import the models under the name that they are spelled with, if any are."""
    if spelling.models:
        spelling.need("..", "models" if spelling.prefix == "models." else f"models as {spelling.prefix[:-1]}")


def _import(spelling: Spelling, operations: Sequence[ir.Operation], views: Sequence[OperationView]) -> None:
    """The names that the template writes around the rows."""
    import_models(spelling)
    spelling.need(".._runtime.client", "AsyncClient", "SyncClient")
    spelling.need(".._runtime.operation", "Operation")
    spelling.need(".._runtime.responses", "Answer")
    places = {parameter.place for operation in operations for parameter in operation.parameters}
    places |= {header.place for operation in operations for each in operation.responses for header in each.headers}
    spelling.need(".._runtime.parameters", *(DESCRIPTORS[place] for place in places))
    if any(view.body for view in views):
        spelling.need(".._runtime.bodies", "Body")


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
        constant=naming.constant_name(operation.name),
        method=repr(operation.method),
        path=repr(operation.path),
        returns=spelling(returned(operation)),
        parameters=tuple(spelling(parameter_descriptor(parameter)) for parameter in operation.parameters),
        body=spelling(body_descriptors(operation, schemas)),
        responses=tuple(spelling(row) for row in response_descriptors(operation)),
        headers=tuple(spelling(row) for row in header_descriptors(operation)),
        security=repr(operation.security) if operation.security else "",
        servers=repr(operation.servers) if operation.servers else "",
        signature=", ".join(["self", *(f"{a.name}: {a.annotation}" for a in positional), *["*"] * bool(named), *named]),
        docstring=docstring(described(operation, [*positional, *keywords, *members, *whole], _sent_to(operation)), 8),
        call=_call(
            operation,
            arguments,
            members,
            spelling(borrowed("spread")) if spread is not None else "",
        ),
        deprecated=spelling(borrowed("deprecated")) if operation.deprecated else "",
    )


def _argument_names(operation: ir.Operation, schemas: dict[str, ir.NamedSchema]) -> Iterator[str]:
    yield from (parameter.name for parameter in operation.parameters)
    yield from (name for _, name in spread_body(operation, schemas) or ())


def _call(operation: ir.Operation, arguments: Sequence[Argument], members: Sequence[Argument], spread: str) -> str:
    """The arguments of `send`: the operation, the values of its parameters, and the body, which may be `spread`."""
    given_ = [naming.constant_name(operation.name)]
    if arguments:
        given_.append(f"{{{', '.join(f'{a.name!r}: {a.name}' for a in arguments)}}}")
    if spread:
        mapping = f"{{{', '.join(f'{a.wire_name!r}: {a.name}' for a in members)}}}"
        given_.append(f"body={spread}({mapping}, extra_body)")
    elif operation.body is not None:
        given_.append("body=body")
    return ", ".join(given_)


def returned(operation: ir.Operation) -> str:
    """The type of a successful answer."""
    return union(answer_kinds(operation))


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
    kind = essence(content.media_type)
    if kind in ("*/*", "application/*"):
        return union([types.given(content.schema), borrowed("Content")])
    return borrowed("Content")


def _sent_as(body: ir.Body) -> str:
    """How a body travels, unless there is nothing to choose."""
    first = preferred(body)
    choice = 'chosen by `with_options(headers={"Content-Type": ...})`'
    if len(body.content) > 1 and not json_media(first.media_type):
        every = ", ".join(f"`{content.media_type}`" for content in body.content)
        return f"Sent as the first of these that is made for the value, or as the one that is {choice}: {every}."
    if len(body.content) > 1:
        others = ", ".join(f"`{content.media_type}`" for content in body.content if content is not first)
        return f"Sent as `{first.media_type}` if it can be; other media types, {choice}: {others}."
    return f"Sent as `{first.media_type}`, {choice}." if "*" in first.media_type else ""


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


def _sent_to(operation: ir.Operation) -> str:
    """Where a call goes that goes elsewhere."""
    if not operation.servers:
        return ""
    return f"Sent to {operation.servers[0]}, unless the client has a `base_url` that is none of `SERVERS`."


def described(operation: ir.Operation, arguments: Sequence[Argument], note: str = "") -> str:
    """Summary, description, a note and arguments, as a reader of the method wants them."""
    parts = [operation.summary or f"{operation.method} {operation.path}"]
    if operation.description and operation.description != operation.summary:
        parts.append(operation.description)
    parts += [note] * bool(note)
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
