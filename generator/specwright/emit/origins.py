"""An API -> which part of its document each name in a generated file comes from.

Names are made of positions in the document, so that they lead back to it: nothing has to be noted in the files. What
is found at a name (`Spot`) holds the names inside it, as Python spells them and as they travel.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from specwright import ir, naming
from specwright.emit.arguments import Arguments
from specwright.emit.contents import spread_body
from specwright.emit.sdk_views import sdk_view, status_name
from specwright.emit.server_views import stub_views
from specwright.emit.strategies import function_name
from specwright.emit.webhook_views import handlers, parser
from specwright.ir import Location
from specwright.write.manifest import MANIFEST


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """What a name comes from: a place in the document, and the names inside."""

    location: Location
    inside: Mapping[str, Spot] = field(default_factory=dict[str, "Spot"])


def origins(api: ir.Api, package: str, locate: Callable[[str], Location]) -> dict[str, Spot]:
    """Path of a generated file -> where it comes from. Files that are alike for every API are left out.

    `locate` tells where what a pointer names is written.
    """
    operations, twins = _operations(api), Arguments(api).twins
    schemas = {named.name: _schema(named) for named in api.schemas}
    tags = {tag.name: _tag(tag, api, operations) for tag in api.tags}
    webhooks, info, whole = _webhooks(api), Spot(locate("/info")), locate("")
    drawn = {function_name(name): spot for name, spot in schemas.items()}
    files = {
        MANIFEST: Spot(whole),
        "README.md": info,
        "pyproject.toml": info,
        f"src/{package}/__init__.py": info,
        f"src/{package}/client.py": _client(api, tags, locate),
        f"src/{package}/errors.py": Spot(
            whole, {each.name: _status(api, each.status) for each in sdk_view(api, package, "0").errors}
        ),
        f"src/{package}/server/__init__.py": Spot(whole, _classes(api, tags)),
        f"src/{package}/server/app.py": Spot(whole, tags),
        f"src/{package}/server/errors.py": Spot(
            whole, {status_name(status): _status(api, status) for status in _statuses(api)}
        ),
        f"src/{package}/models/__init__.py": Spot(whole, _models(schemas, twins)),
        f"src/{package}/testing/strategies.py": Spot(whole, drawn),
        f"src/{package}/testing/cases.py": Spot(whole, {**schemas, **webhooks, **tags}),
    }
    for name, spot in schemas.items():
        files[f"src/{package}/models/{naming.module_name(name)}.py"] = Spot(spot.location, _models({name: spot}, twins))
    for tag, stub in zip(api.tags, stub_views(api), strict=True):
        files[f"src/{package}/resources/{naming.module_name(tag.class_name)}.py"] = tags[tag.name]
        files[f"src/{package}/server/{stub.module}.py"] = tags[tag.name]
    return files | ({f"src/{package}/webhooks.py": Spot(whole, webhooks)} if webhooks else {})


def _models(schemas: Mapping[str, Spot], twins: Mapping[str, str]) -> dict[str, Spot]:
    """The spots of schemas by the names of their classes, twins among them."""
    return {**schemas, **{twins[name]: spot for name, spot in schemas.items() if name in twins}}


def _classes(api: ir.Api, tags: Mapping[str, Spot]) -> dict[str, Spot]:
    return {tag.class_name: tags[tag.name] for tag in api.tags}


def _schema(named: ir.NamedSchema) -> Spot:
    return Spot(named.location, _properties(named.schema))


def _properties(schema: ir.Schema) -> dict[str, Spot]:
    properties = schema.properties if isinstance(schema, ir.Object) else ()
    return {name: Spot(prop.location) for prop in properties for name in (prop.wire_name, prop.name)}


def _operations(api: ir.Api) -> dict[tuple[str, str], Spot]:
    schemas = {named.name: named for named in api.schemas}
    return {(operation.tag, operation.name): _operation(operation, schemas) for operation in api.operations}


def _operation(operation: ir.Operation, schemas: dict[str, ir.NamedSchema]) -> Spot:
    inside: dict[str, Spot] = {}
    if operation.body is not None:
        inside |= _contents(operation.body.content)
        inside["body"] = inside["extra_body"] = Spot(operation.body.content[0].location)
    for prop, name in spread_body(operation, schemas) or ():
        inside |= {prop.wire_name: Spot(prop.location), name: Spot(prop.location)}
    for parameter in operation.parameters:
        inside |= {parameter.wire_name: Spot(parameter.location), parameter.name: Spot(parameter.location)}
    return Spot(operation.location, inside | _responses(operation.responses))


def _responses(responses: Sequence[ir.Response]) -> dict[str, Spot]:
    spots: dict[str, Spot] = {}
    for response in responses:
        headers = {header.wire_name: Spot(header.location) for header in response.headers}
        spots[response.status] = Spot(response.location, {**_contents(response.content), **headers})
        if response.status.isdigit() and int(response.status) >= 400:
            spots[status_name(int(response.status))] = spots[response.status]
    return spots


def _contents(contents: Sequence[ir.Content]) -> dict[str, Spot]:
    return {content.media_type: Spot(content.location) for content in contents}


def _tag(tag: ir.Tag, api: ir.Api, operations: Mapping[tuple[str, str], Spot]) -> Spot:
    """A tag is there because of its operations; it stands where the first of them does."""
    named = [
        (operation.name, operations[tag.name, operation.name])
        for operation in api.operations
        if operation.tag == tag.name
    ]
    inside = {name: spot for own, spot in named for name in (own, naming.constant_name(own))}
    spot = Spot(named[0][1].location, inside)
    return Spot(spot.location, {**inside, tag.class_name: spot, f"Async{tag.class_name}": spot})


def _client(api: ir.Api, tags: Mapping[str, Spot], locate: Callable[[str], Location]) -> Spot:
    """The client's module; its imports are the tags' classes."""
    credentials = {scheme.name: Spot(scheme.location) for scheme in api.security_schemes}
    servers = dict.fromkeys(("SERVERS", "base_url"), Spot(locate("/servers")))
    return Spot(locate(""), {**_classes(api, tags), **tags, **credentials, **servers})


def _statuses(api: ir.Api) -> set[int]:
    answers = (response.status for operation in api.operations for response in operation.responses)
    return {int(status) for status in answers if status.isdigit() and int(status) >= 400}


def _status(api: ir.Api, status: int) -> Spot:
    """Where a status is declared first."""
    answers = (response for operation in api.operations for response in operation.responses)
    first = next(response for response in answers if response.status == str(status))
    return Spot(first.location, _contents(first.content))


def _webhooks(api: ir.Api) -> dict[str, Spot]:
    types = handlers(api.webhooks)
    spots: dict[str, Spot] = {}
    for webhook in api.webhooks:
        content = webhook.body.content if webhook.body else ()
        spot = Spot(webhook.location, {**_contents(content), **_responses(webhook.responses)})
        names = (webhook.name, naming.constant_name(webhook.name), types[webhook.name], parser(webhook))
        spots |= dict.fromkeys(names, spot)
    return spots
