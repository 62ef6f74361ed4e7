"""An API -> what its generated package offers to those who import it, as plain data: the other half of semver.

It is made of the same rows that the templates place, so that a name, an argument or a type that changes in the
package changes here. Left out is what every package has alike (the runtime's classes), constants, what a module is for
inside the package alone, and `testing`. A template of the user's own may offer something else: that is not seen.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from specwright import ir
from specwright.emit.annotations import BORROWED, MODEL, annotation, kind_of
from specwright.emit.arguments import Arguments
from specwright.emit.contents import spread_body
from specwright.emit.model_views import recursive
from specwright.emit.operation_views import OperationView, tag_views
from specwright.emit.sdk_views import sdk_view
from specwright.emit.server_views import server_view, stub_views
from specwright.emit.surface_types import Type, type_of
from specwright.emit.surface_values import (
    CALLERS,
    HANDLERS,
    Alias,
    Attribute,
    Class,
    Declaration,
    Member,
    Method,
    Party,
    Surface,
    Use,
    written_method,
)
from specwright.emit.webhook_views import webhooks_views
from specwright.ir import NOWHERE, Location

_CLIENT = (
    "timeout: float | httpx2.Timeout | None | UNSET = UNSET, headers: Mapping[str, str] = {}, "
    "http_client: httpx2.Client | None = None"
)
"""What the constructor of every client takes beside what the API decides."""


def surface(api: ir.Api) -> Surface:
    """What the package of an API offers."""
    found = {**dict(_models(api)), **dict(_client(api)), **dict(_resources(api)), **dict(_server(api))}
    found.update(_webhooks(api))
    return Surface({name: found[name] for name in sorted(found)})


# --- models -----------------------------------------------------------------------------------------------------------


def _models(api: ir.Api) -> Iterator[tuple[str, Declaration]]:
    types, roots, uses = Arguments(api), recursive(api.schemas), _uses(api)
    for named in api.schemas:
        use, name = uses[named.name], f"models.{named.name}"
        match named.schema:
            case schema if ir.has_fields(schema):
                yield name, _class(_fields(schema, use), use, named.location)
            case _ if named.name in roots:
                root = Attribute(_read(annotation(named.schema)), True, use, named.location)
                yield name, _class({"root": root}, use, named.location)
            case _:
                yield name, Alias(_read(annotation(named.schema)), use, named.location)
        if twin := types.twins.get(named.name):
            made = Use(made_by=CALLERS)
            match named.schema:
                case ir.Reference(name=base, kinds=ir.Discriminator() as kinds):
                    choice = kind_of((types.twins[kind] for kind in kinds.names), types.twins[base])
                    yield f"models.{twin}", Alias(_read(choice), made, named.location)
                case _:
                    yield f"models.{twin}", _class(_keys(named.schema, types, made), made, named.location)


def _class(members: Mapping[str, Member], use: Use, location: Location = NOWHERE) -> Class:
    return Class({name: members[name] for name in sorted(members)}, use, location=location)


def _fields(schema: ir.Object, use: Use) -> dict[str, Member]:
    fields: dict[str, Member] = {
        prop.name: Attribute(_read(annotation(prop.schema)), prop.required, use, prop.location)
        for prop in schema.properties
    }
    if not isinstance(schema.additional, ir.AnyValue | ir.NoValue):
        others = _read(f"dict[str, {annotation(schema.additional)}]")
        fields["model_extra"] = Attribute(others, True, Use(read_by=use.read_by))
    return fields


def _keys(schema: ir.Schema, types: Arguments, use: Use) -> dict[str, Member]:
    properties = schema.properties if isinstance(schema, ir.Object) else ()
    return {
        prop.wire_name: Attribute(_read(types.member(prop.schema)), prop.required, use, prop.location)
        for prop in properties
    }


def _read(marked: str) -> Type:
    """The type that an annotation with marked names means."""
    return type_of(marked.replace(MODEL, "models.").replace(BORROWED, ""))


def _uses(api: ir.Api) -> dict[str, Use]:
    """Who makes and who reads the values of each schema; one that nothing leads to is for callers alone."""
    sent, received = _reached(api, _sent(api)), _reached(api, _received(api))
    uses: dict[str, Use] = {}
    for named in api.schemas:
        name, made, read = named.name, frozenset[Party](), frozenset[Party]()
        if name in sent:
            made, read = CALLERS, HANDLERS
        if name in received:
            made, read = made | HANDLERS, read | CALLERS
        uses[name] = Use(made, read) if made else Use(CALLERS, CALLERS)
    return uses


def _sent(api: ir.Api) -> Iterator[ir.Schema]:
    """What callers send, and what they answer to webhooks."""
    for operation in api.operations:
        yield from (parameter.schema for parameter in operation.parameters)
        yield from (content.schema for content in (operation.body.content if operation.body else ()))
    for webhook in api.webhooks:
        yield from (content.schema for response in webhook.responses for content in response.content)


def _received(api: ir.Api) -> Iterator[ir.Schema]:
    for operation in api.operations:
        yield from (content.schema for response in operation.responses for content in response.content)
        yield from (header.schema for response in operation.responses for header in response.headers)
    for webhook in api.webhooks:
        yield from (content.schema for content in (webhook.body.content if webhook.body else ()))


def _reached(api: ir.Api, schemas: Iterable[ir.Schema]) -> Collection[str]:
    known = {named.name: named.schema for named in api.schemas}
    reached: set[str] = set()
    waiting = [name for schema in schemas for name in ir.references(schema)]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(ir.references(known[name]))
    return reached


# --- the client -------------------------------------------------------------------------------------------------------


def _client(api: ir.Api) -> Iterator[tuple[str, Declaration]]:
    sdk = sdk_view(api, "package", "0")
    places = {scheme.name: scheme.location for scheme in api.security_schemes}
    credentials = "".join(f"{each.name}: {each.annotation} = None, " for each in sdk.credentials)
    made = _method(f"self, *, {credentials}base_url: str{sdk.base_url}, {_CLIENT}", "None", Party.CALLERS, places)
    read, members = Use(read_by=CALLERS), dict[str, Member]({"__init__": made})
    for tag in api.tags:
        members[tag.name] = Attribute(type_of(tag.class_name), True, read)
    yield "Client", replace(_class(members, Use(CALLERS, CALLERS)), twins=("AsyncClient",))
    for error in sdk.errors:
        body = Attribute(type_of(error.body), True, read)
        yield f"errors.{error.name}", _class({"body": body}, read)
    for name in sdk.runtime_errors:
        status = {} if name == "APIWebhookValidationError" else {"body": Attribute(type_of("Any"), True, read)}
        yield f"errors.{name}", _class(status, read)


def _resources(api: ir.Api) -> Iterator[tuple[str, Declaration]]:
    schemas = {named.name: named for named in api.schemas}
    operations = {(operation.tag, operation.name): operation for operation in api.operations}
    for tag in tag_views(api):
        members = {view.name: _call(view, operations[tag.name, view.name], schemas) for view in tag.operations}
        made = _class(dict[str, Member](members), Use(read_by=CALLERS))
        yield f"resources.{tag.module}.{tag.class_name}", replace(made, twins=(f"Async{tag.class_name}",))


def _call(view: OperationView, operation: ir.Operation, schemas: dict[str, ir.NamedSchema]) -> Method:
    places = argument_places(operation)
    places.update({name: prop.location for prop, name in spread_body(operation, schemas) or ()})
    made = _method(view.signature, view.returns, Party.CALLERS, places)
    return replace(made, operation=f"{operation.method} {operation.path}", location=operation.location)


def argument_places(operation: ir.Operation) -> dict[str, Location]:
    """Where the arguments of an operation stand in the document, of a body that is spread only the whole."""
    places = {parameter.name: parameter.location for parameter in operation.parameters}
    if operation.body is not None:
        places["body"] = places["extra_body"] = operation.body.content[0].location
    return places


# --- the server and webhooks ------------------------------------------------------------------------------------------


def _server(api: ir.Api) -> Iterator[tuple[str, Declaration]]:
    view = server_view(api)
    operations = {(operation.tag, operation.name): operation for operation in api.operations}
    yield "server.create_app", _method(view.signature, "FastAPI", Party.HANDLERS, {})
    for problem in view.problems:
        made = _method(problem.signature, "None", Party.HANDLERS, {})
        yield f"server.errors.{problem.name}", _class({"__init__": made}, Use(made_by=HANDLERS))
    for tag, stub in zip(api.tags, stub_views(api), strict=True):
        members = dict[str, Member]()
        for handler in stub.handlers:
            operation = operations[tag.name, handler.name]
            made = _method(handler.signature, handler.returns, Party.HANDLERS, argument_places(operation))
            told = f"{operation.method} {operation.path}"
            members[handler.name] = replace(made, overridden=True, operation=told, location=operation.location)
        yield f"server.{stub.class_name}", _class(members, Use(made_by=HANDLERS))


def _webhooks(api: ir.Api) -> Iterator[tuple[str, Declaration]]:
    for view, webhook in zip((row for each in webhooks_views(api) for row in each.rows), api.webhooks, strict=True):
        place = webhook.location
        handler = replace(_method(view.signature, view.answer, Party.CALLERS, {}), overridden=True, location=place)
        yield f"webhooks.{view.handler}", _class({"__call__": handler}, Use(made_by=CALLERS), place)
        if view.bodies:
            parse = _method('content: bytes | str, content_type: str = ""', view.body, Party.CALLERS, {})
            yield f"webhooks.parse_{view.name}", replace(parse, location=place)


def _method(signature: str, returns: str, party: Party, places: Mapping[str, Location]) -> Method:
    """A method with the text of its signature."""
    function = ast.parse(f"def method({signature}) -> {returns}: ...").body[0]
    assert isinstance(function, ast.FunctionDef)
    return written_method(function, party, places)
