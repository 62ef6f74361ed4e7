"""An API -> the rows of `testing/cases.py`: the table that the generated tests are driven by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from specwright import ir
from specwright.emit.annotations import MODEL, expression
from specwright.emit.contents import (
    file_members,
    has_members,
    json_media,
    spread_body,
    telling_encodings,
    without_null,
)
from specwright.emit.descriptors import encoding_descriptor
from specwright.emit.imports import Spelling
from specwright.emit.layout import Call, Display, Expression, call, lay_out, literal, settled
from specwright.emit.strategies import Compiler, function_name, judged, words
from specwright.emit.unwritten import unwritten
from specwright.emit.webhook_views import bodies, parser
from specwright.ir import Schema
from specwright.pointers import parameter_schema, request_schema, response_schema

_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class CasesView:
    """The table: its rows are calls, ready to be placed as items of a tuple."""

    imports: str
    schemas: tuple[str, ...]
    waived: tuple[str, ...]
    operations: tuple[str, ...]
    webhooks: tuple[str, ...]


def cases_view(compiler: Compiler) -> CasesView:
    """A row for each named schema for which there is a value, for each operation, and for each webhook with JSON.

    Of an inline schema with rules the document alone tells what is valid: it is proved in what it is a part of.
    """
    table = _Table(compiler)
    api = compiler.api
    schemas = tuple(settled(lay_out(row, 4, 0, 1)) for row in table.schemas())
    waived = tuple(f"{literal(name)}: {literal(reason)}" for name, reason in table.waived())
    operations = tuple(settled(lay_out(row, 4, 0, 1)) for row in table.operations())
    webhooks = tuple(settled(lay_out(row, 4, 0, 1)) for row in table.webhooks())
    if api.webhooks:
        table.spelling.need("..", *["webhooks"] * bool(webhooks))
        table.spelling.need(".._runtime.testing.webhook", "WebhookCase")
    table.spelling.need("collections.abc", "Mapping")
    table.spelling.need(".._runtime.testing.case", "Case", "SchemaCase")
    for name in ("BodyCase", "ParameterCase", "ResponseCase"):
        if any(f"{name}(" in row for row in operations):
            table.spelling.need(".._runtime.testing.case", name)
    table.spelling.need(".._runtime.testing.draw", *words((*operations, *webhooks)))
    if judged((*operations, *webhooks)):
        table.spelling.need(".document", "valid")
    return CasesView(table.spelling.imports(), schemas, waived, operations, webhooks)


class _Table:
    def __init__(self, compiler: Compiler) -> None:
        self._api = api = compiler.api
        self._schemas = {named.name: named for named in api.schemas}
        self._compiler = compiler.elsewhere("strategies.")
        self.spelling = Spelling(models="models.")
        self.spelling.need("..", *["models"] * bool(api.schemas))
        self.spelling.need(".", *["strategies"] * bool(api.schemas))

    def schemas(self) -> Iterator[Call]:
        for named in self._api.schemas:
            pointer = named.pointer
            if self._compiler.possible(named.schema) and self._compiler.certain(named):
                yield call(
                    "SchemaCase",
                    literal(named.name),
                    f"lambda: {self.spelling(MODEL + named.name)}",
                    f"strategies.{function_name(named.name)}",
                    *[literal(pointer)] * bool(pointer),
                    direction=literal(named.direction.value) if pointer and named.direction else None,
                )

    def waived(self) -> Iterator[tuple[str, str]]:
        """The schemas that have no payloads of their own, and why."""
        for named in self._api.schemas:
            if reason := self._compiler.why_not(named.schema):
                yield named.name, reason
            elif not self._compiler.certain(named):
                yield named.name, "it is proved as a part of what it stands in, which says more of it"

    def operations(self) -> Iterator[Call]:
        routes: dict[tuple[str, str], ir.Operation] = {}
        for operation in self._api.operations:
            first = routes.setdefault((operation.method, re.sub(r"\{[^{}]*\}", "{}", operation.path)), operation)
            waivers, callable_ = self._waivers(operation), first is operation and self._callable(operation)
            if first is not operation:
                waivers.append(f"no request is for it: its path cannot be told from {first.path}")
            yield call(
                "Case",
                tag=literal(operation.tag),
                name=literal(operation.name),
                method=literal(operation.method),
                path=literal(operation.path),
                parameters=_tuple(
                    self._parameter(parameter) for parameter in operation.parameters if not self._unwritten(parameter)
                ),
                bodies=_tuple(self._bodies(operation)),
                responses=_tuple(
                    row for response in operation.responses for row in self._responses(operation, response) if callable_
                ),
                waivers=_tuple(map(literal, waivers)),
            )

    def _callable(self, operation: ir.Operation) -> bool:
        """Whether a call can be drawn at all."""
        needed = [each for each in operation.parameters if each.required]
        body = operation.body
        sendable = body is None or not body.required or not all(map(self._undrawn, body.content))
        return sendable and not any(map(self._unwritten, needed))

    def _unwritten(self, parameter: ir.Parameter) -> str:
        return unwritten(parameter, self._compiler, self._schemas)

    def _undrawn(self, content: ir.Content) -> str:
        """Why there is nothing to send; empty if there is something. Octets need no schema."""
        json = content.structured or json_media(content.media_type)
        if not json and not has_members(content.media_type):
            return ""
        if not json and not self._compiler.objects(content.schema):
            return "a form has members, and no value of its schema is an object"
        return self._compiler.why_not(content.schema)

    def _waivers(self, operation: ir.Operation) -> list[str]:
        """What of an operation there is no value for, each with the reason."""
        reasons = [(f"{each.place} parameter {each.wire_name}", self._unwritten(each)) for each in operation.parameters]
        contents = [("the body", each) for each in operation.body.content] if operation.body else []
        contents += [(response.status, each) for response in operation.responses for each in response.content]
        reasons += [(f"{place} {each.media_type}", self._undrawn(each)) for place, each in contents]
        return [f"{part}: {reason}" for part, reason in reasons if reason]

    def webhooks(self) -> Iterator[Call]:
        for webhook in self._api.webhooks:
            for content in bodies(webhook):
                pointer = request_schema(webhook, content)
                if json_media(content.media_type) and self._compiler.possible(content.schema):
                    yield call(
                        "WebhookCase",
                        literal(webhook.name),
                        f"webhooks.{parser(webhook)}",
                        literal(content.media_type),
                        self._type(content.schema),
                        self._strategy(content.schema, pointer),
                        literal(pointer),
                    )

    def _parameter(self, parameter: ir.Parameter) -> Call:
        """Null is how an argument says that the parameter is absent, so it is not drawn."""
        return call(
            "ParameterCase",
            literal(parameter.name),
            literal(parameter.wire_name),
            literal(parameter.place.value),
            self._type(without_null(parameter.schema)),
            self._strategy(without_null(parameter.schema), parameter_schema(parameter)),
            required="True" if parameter.required else None,
            style=literal(parameter.style) if parameter.style != "simple" else None,
            explode=str(parameter.explode) if parameter.explode is not (parameter.style == "form") else None,
            media_type=literal(parameter.media_type) if parameter.media_type else None,
            pointer=None if isinstance(parameter.schema, ir.AnyValue) else literal(parameter_schema(parameter)),
        )

    def _bodies(self, operation: ir.Operation) -> Iterator[Call]:
        """A row for each media type of the body."""
        members = spread_body(operation, self._schemas)
        arguments = [(f"{literal(prop.wire_name)}: ", literal(name)) for prop, name in members or ()]
        for content in operation.body.content if operation.body is not None else ():
            if self._undrawn(content):
                continue
            pointer = request_schema(operation, content)
            yield call(
                "BodyCase",
                literal(content.media_type),
                self._type(content.schema),
                self._strategy(content.schema, pointer),
                literal(pointer),
                arguments=None if members is None else Display("{}", tuple(arguments)),
                optional=_tuple(_tuple(map(literal, path)) for path in self._optional(content.schema)),
                required="True" if operation.body is not None and operation.body.required else None,
                encodings=self._encodings(content),
                files=_tuple(map(literal, file_members(content, self._schemas))),
                structured="True" if content.structured else None,
            )

    def _encodings(self, content: ir.Content) -> Display | None:
        rows = [
            (f"{literal(each.wire_name)}: ", self.spelling(encoding_descriptor(each)))
            for each in telling_encodings(content, self._schemas)
        ]
        return Display("{}", tuple(rows)) if rows else None

    def _responses(self, operation: ir.Operation, response: ir.Response) -> Iterator[Call]:
        """A row for each media type, or one for an answer without content."""
        headers = _tuple(self._parameter(header) for header in response.headers)
        for content in response.content if operation.method != "HEAD" else ():
            if self._undrawn(content):
                continue
            pointer = response_schema(operation, response, content)
            yield call(
                "ResponseCase",
                literal(response.status),
                literal(content.media_type),
                self._type(content.schema),
                self._strategy(content.schema, pointer),
                literal(pointer),
                structured="True" if content.structured else None,
                headers=headers,
            )
        if not response.content or operation.method == "HEAD":
            yield call("ResponseCase", literal(response.status), headers=headers)

    def _type(self, schema: Schema) -> str:
        return f"lambda: {self.spelling(expression(schema))}"

    def _strategy(self, schema: Schema, pointer: str) -> Expression:
        """The function itself where the strategy is only its call; else one that makes the strategy when called."""
        match self._compiler.expression(schema, pointer):
            case Call(name=name, arguments=()):
                return name
            case Call(name=name, arguments=arguments):
                return Call(f"lambda: {name}", arguments)
            case other:
                return other

    def _optional(self, schema: Schema, outside: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
        """The paths of members that may be absent, down to the objects in the body."""
        for prop in self._object(schema):
            path = (*outside, prop.wire_name)
            if not prop.required and self._compiler.possible(prop.schema) and not isinstance(prop.schema, ir.Null):
                yield path
            if len(path) < _DEEPEST:
                yield from self._optional(prop.schema, path)

    def _object(self, schema: Schema) -> tuple[ir.Property, ...]:
        """The properties of an object that may also be null; none of anything else."""
        match schema:
            case ir.Object(properties=properties):
                return properties
            case ir.Refined(schema=inner):
                return self._object(inner)
            case ir.Reference(name=name):
                return self._object(self._schemas[name].schema) if self._single(name) else ()
            case ir.Union(members=members):
                others = [member for member in members if not isinstance(member, ir.Null)]
                return self._object(others[0]) if len(others) == 1 else ()
            case _:
                return ()

    def _single(self, name: str) -> bool:
        """Whether a named schema is an object or refers to something else, not to itself."""
        return not isinstance(self._schemas[name].schema, ir.Reference | ir.Union)


def _tuple(items: Iterable[Expression | None]) -> Display | None:
    """A tuple display, or nothing if it would be empty."""
    rows = tuple(("", item) for item in items if item is not None)
    return Display("()", rows) if rows else None
