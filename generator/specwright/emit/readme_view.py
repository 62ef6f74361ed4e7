"""An API -> the examples of its README: real calls of its own operations, with values that the document allows."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property

from specwright import ir
from specwright.emit.contents import essence, file_members, has_members, json_media, preferred, raw_kinds, spread_body
from specwright.emit.strategies import Compiler, function_name
from specwright.emit.webhook_views import handlers, parser
from specwright.ir import Schema
from specwright.regexp import occurs

_SAMPLES = {
    ir.Format.DATE: "2026-01-31",
    ir.Format.DATE_TIME: "2026-01-31T12:00:00Z",
    ir.Format.UUID: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
}
_TEXTS = ("...", "example", "a", "A", "1", "abc", "ABC", "123", "a1", "a-b", "ABC-123", "a.b", "https://example.com/")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class CallView:
    """A call as it is written: `client.pets.get_pet("...")`, its parts, and how its `answer` is shown."""

    call: str
    awaited: str
    method: str
    arguments: str
    shown: str


@dataclass(frozen=True, slots=True)
class PatchView:
    """One optional member of a body that may be null, in its three states."""

    argument: str
    absent: str
    null: str
    value: str


@dataclass(frozen=True, slots=True)
class RefusalView:
    """A call, and the error of a status that it declares."""

    call: str
    error: str


@dataclass(frozen=True, slots=True)
class ServedView:
    """An operation without parameters to implement: the method, and a value that it may return."""

    tag: str
    class_name: str
    name: str
    returns: str
    value: str
    call: str


@dataclass(frozen=True, slots=True)
class ReceivedView:
    """A webhook that has a body: the function that parses it, and the type of a handler."""

    parser: str
    handler: str


@dataclass(frozen=True, slots=True)
class SentView:
    """A class that is received, and the one that is sent in its place."""

    received: str
    name: str


@dataclass(frozen=True, slots=True)
class StreamedView:
    """A call whose answer is read while it arrives: by which method of the stream, and how each item is shown."""

    method: str
    arguments: str
    read: str
    item: str
    shown: str


@dataclass(frozen=True, slots=True)
class ReadmeView:
    """The examples, None where the API has no operation for one; without a `first` call there are none of calls.

    What is said of `forms` and `files` is said where any are sent.
    """

    client_arguments: str
    first: CallView | None
    patch: PatchView | None
    refusal: RefusalView | None
    served: ServedView | None
    model: str
    strategy: str
    received: ReceivedView | None
    streamed: StreamedView | None
    sent: SentView | None
    forms: bool
    files: bool


def readme_view(api: ir.Api, error_names: dict[int, str]) -> ReadmeView:
    """The examples of an API; `error_names` are its exception classes by status."""
    return _Readme(api).view(error_names)


def offers(api: ir.Api, error_names: dict[int, str]) -> tuple[object, ...]:
    """What the examples depend on of schemas and operations: what each has to offer.

    Where that is the same, and so are webhooks, servers and security schemes, an API that holds these operations, and
    others besides, has the same examples.
    """
    readme = _Readme(api)
    return (readme.schemas(), *(readme.alone(each).offer(error_names) for each in api.operations))


class _Readme:
    """Chooses operations and writes calls of them."""

    def __init__(self, api: ir.Api) -> None:
        self._api = api
        self._named = {named.name: named for named in api.schemas}
        self._compiler = Compiler(api)

    def view(self, error_names: dict[int, str]) -> ReadmeView:
        names = [
            scheme.name for scheme in self._api.security_schemes if not isinstance(scheme.credential, ir.Unsupported)
        ]
        main_tag = self._patches[0][0].tag if self._patches else ""
        reading = [op for op in self._api.operations if op.method == "GET" and _answers(op)]
        reading = [op for op in reading if not any(map(_events, _answers(op)))] or reading
        first = self._simplest([op for op in reading if op.tag == main_tag] or reading)
        model = self._model(first)
        arguments = [f'{name}="..."' for name in self._credentials(names)]
        if not any("://" in server.url for server in self._api.servers):
            arguments.append('base_url="https://api.example.com"')
        return ReadmeView(
            client_arguments=", ".join(arguments),
            first=self._call(first) if first else None,
            patch=self._patch() if first else None,
            refusal=self._refusal(error_names) if first else None,
            served=self._served() if first else None,
            model=model,
            strategy=function_name(model) if model else "",
            received=self._received(),
            streamed=self._streamed() if first else None,
            sent=self._sent(),
            forms=any(map(_forms, self._api.operations)),
            files=any(map(self._files, self._api.operations)),
        )

    def alone(self, operation: ir.Operation) -> _Readme:
        """The same, with one operation to choose from."""
        other = copy(self)
        other._api = replace(self._api, operations=(operation,))
        return other

    def offer(self, error_names: dict[int, str]) -> tuple[object, ...]:
        """What the only operation there is would be shown as, wherever it is chosen, and what decides on that."""
        (operation,) = self._api.operations
        first = self._simplest([operation])
        patches = [(name, ir.nullable(prop.schema), any(ir.references(prop.schema))) for _, prop, name in self._patches]
        answers = [
            (response.status, content.media_type, tuple(ir.references(content.schema)))
            for response in operation.responses
            for content in response.content
        ]
        shown = first and self._call(first), self._patch(), self._refusal(error_names), self._served(), self._streamed()
        return operation.security, patches, answers, shown, _forms(operation), self._files(operation)

    def schemas(self) -> list[tuple[str, bool, str]]:
        """Each schema, whether it can be shown, and what is sent in its place."""
        rows = self._named.items()
        return [(name, self._class(name) and self._drawn(named), named.sent_as) for name, named in rows]

    def _model(self, operation: ir.Operation | None) -> str:
        """The class that an operation answers with, or any that there is, if all that is drawn for it is valid."""
        answered = [
            name
            for response in (operation.responses if operation else ())
            for content in response.content
            for name in ir.references(content.schema)
        ]
        names = (name for name in [*answered, *self._named] if self._class(name) and self._drawn(self._named[name]))
        return next(names, "")

    def _drawn(self, named: ir.NamedSchema) -> bool:
        """Whether all that is drawn for a schema is valid, and there is something to draw."""
        return self._compiler.certain(named) and self._compiler.possible(named.schema)

    def _credentials(self, names: list[str]) -> list[str]:
        """The arguments for the first requirement of the first operation that has one."""
        for operation in self._api.operations:
            for requirement in operation.security:
                return [name for name in requirement if name in names and not self._basic(name)]
        return []

    def _basic(self, name: str) -> bool:
        return any(s.name == name and isinstance(s.credential, ir.Basic) for s in self._api.security_schemes)

    def _simplest(self, operations: list[ir.Operation]) -> ir.Operation | None:
        """The one with the fewest arguments to give, samples of which are valid; of equals, the first."""
        sampled = [
            operation
            for operation in operations
            if not any(map(self._ruled, self._given(operation)))
            if all(map(self._compiler.possible, [*self._given(operation), *(c.schema for c in _answers(operation))]))
        ]
        return min(sampled, key=lambda operation: len(self._required(operation)), default=None)

    def _given(self, operation: ir.Operation) -> list[Schema]:
        """The schemas of what must be given."""
        given = [parameter.schema for parameter in operation.parameters if parameter.required]
        if operation.body is not None and operation.body.required:
            given.append(preferred(operation.body).schema)
        return given

    def _needed(self, operation: ir.Operation) -> list[Schema]:
        """The schemas of the arguments that must be given, of a body that is spread those of its members."""
        spread = spread_body(operation, self._named) or ()
        needed = [parameter.schema for parameter in operation.parameters if parameter.required]
        return [*needed, *(prop.schema for prop, _ in spread if prop.required)]

    def _required(self, operation: ir.Operation) -> list[str]:
        """The arguments of a call that gives no more than it must."""
        arguments = [
            repr(self.sample(p.schema)) if p.place is ir.Place.PATH else f"{p.name}={self.sample(p.schema)!r}"
            for p in operation.parameters
            if p.required
        ]
        spread = spread_body(operation, self._named)
        if spread is not None:
            arguments += [f"{name}={self.sample(prop.schema)!r}" for prop, name in spread if prop.required]
        elif operation.body is not None and operation.body.required:
            arguments.append(f"body={self.sample(preferred(operation.body).schema)!r}")
        return arguments

    def _call(self, operation: ir.Operation, *more: str) -> CallView:
        tag = next(tag for tag in self._api.tags if tag.name == operation.tag)
        method, arguments = f"client.{tag.name}.{operation.name}", [*self._required(operation), *more]
        call = f"{method}({', '.join(arguments)})"
        shown = "answer.model_dump_json(indent=2)" if self._answers_class(operation) else "answer"
        return CallView(call, f"await {call}", method, "".join(f", {argument}" for argument in arguments), shown)

    def _patch(self) -> PatchView | None:
        """The member that tells most: of a PATCH, and itself an object."""
        if not self._patches:
            return None
        operation, prop, name = self._patches[0]
        value = self.sample(_without_null(prop.schema), telling=True)
        return PatchView(
            argument=name,
            absent=self._call(operation).call,
            null=self._call(operation, f"{name}=None").call,
            value=self._call(operation, f"{name}={value!r}").call,
        )

    @cached_property
    def _patches(self) -> list[tuple[ir.Operation, ir.Property, str]]:
        """Every optional member of a body that may be null, the most telling first."""
        found = [
            (operation, prop, name)
            for operation in self._api.operations
            for prop, name in spread_body(operation, self._named) or ()
            if not prop.required and ir.nullable(prop.schema) and operation.body and _json(operation.body)
            if not any(map(self._ruled, [prop.schema, *self._needed(operation)]))
        ]
        methods = {"PATCH": 0, "PUT": 1}
        return sorted(found, key=lambda each: (methods.get(each[0].method, 2), not any(ir.references(each[1].schema))))

    def _refusal(self, error_names: dict[int, str]) -> RefusalView | None:
        found = [
            (operation, int(response.status))
            for operation in self._api.operations
            for response in operation.responses
            if response.status.isdigit() and int(response.status) in error_names and response.content
        ]
        if not found:
            return None
        operation, status = min(
            found, key=lambda pair: (pair[1] != 404, pair[0].method != "GET", len(self._required(pair[0])))
        )
        return RefusalView(self._call(operation).call, error_names[status])

    def _served(self) -> ServedView | None:
        """The operation that takes least to implement: one class to return, as JSON, and nothing to take."""
        found = [
            (operation, content.schema.name)
            for operation in self._api.operations
            for response in operation.responses[:1]
            for content in response.content[:1]
            if not operation.parameters and operation.body is None and response.status.startswith("2")
            if not any(header.required for header in response.headers)
            if json_media(content.media_type)
            if isinstance(content.schema, ir.Reference) and self._class(content.schema.name)
            if not self._ruled(content.schema) and self._compiler.possible(content.schema)
        ]
        if not found:
            return None
        operation, name = min(found, key=lambda pair: len(str(self.sample(ir.Reference(pair[1])))))
        tag = next(tag for tag in self._api.tags if tag.name == operation.tag)
        value = repr(self.sample(ir.Reference(name)))
        return ServedView(tag.name, tag.class_name, operation.name, name, value, self._call(operation).call)

    def _streamed(self) -> StreamedView | None:
        """The simplest call that answers with octets or text, events if there are any."""
        found = [
            op
            for op in self._api.operations
            if op.method != "HEAD" and _answers(op) and all(map(raw_kinds, _answers(op)))
            if op.body is None or not op.body.required or not raw_kinds(preferred(op.body))
        ]
        told = [op for op in found if all(_events(content) for content in _answers(op))]
        operation = self._simplest(told) or self._simplest(found)
        if operation is None:
            return None
        call = self._call(operation)
        if operation in told:
            return StreamedView(call.method, call.arguments, "events", "event", "event.event, event.data")
        return StreamedView(call.method, call.arguments, "iter_bytes", "chunk", "len(chunk)")

    def _sent(self) -> SentView | None:
        parted = (named for name, named in self._named.items() if named.sent_as and self._class(name))
        return next((SentView(named.name, named.sent_as) for named in parted), None)

    def _received(self) -> ReceivedView | None:
        names = handlers(self._api.webhooks)
        received = (ReceivedView(parser(each), names[each.name]) for each in self._api.webhooks if each.body)
        return next(received, None)

    def _files(self, operation: ir.Operation) -> bool:
        """Whether an operation takes files as the parts of a body."""
        contents = operation.body.content if operation.body else ()
        return any(file_members(content, self._named) for content in contents)

    def _answers_class(self, operation: ir.Operation) -> bool:
        contents = _answers(operation)
        return bool(contents) and all(json_media(each.media_type) and self._named_class(each) for each in contents)

    def _named_class(self, content: ir.Content) -> bool:
        return isinstance(content.schema, ir.Reference) and self._class(content.schema.name)

    def _class(self, name: str) -> bool:
        schema = self._named[name].schema
        return isinstance(schema, ir.Object) and bool(schema.properties)

    def _ruled(self, schema: Schema) -> bool:
        """Whether there is a rule anywhere in a schema, which a sample does not look at, or a text that none fits."""
        seen: set[str] = set()
        waiting = [schema]
        while waiting:
            inner = waiting.pop()
            if isinstance(inner, ir.Refined) or (isinstance(inner, ir.Object) and inner.rules):
                return True
            if isinstance(inner, ir.String) and _text(inner) is None:
                return True
            waiting += ir.children(inner)
            if isinstance(inner, ir.Reference) and inner.name not in seen:
                seen.add(inner.name)
                waiting.append(self._named[inner.name].schema)
        return False

    def sample(self, schema: Schema, depth: int = 0, *, telling: bool = False) -> object:
        """A small valid value in its wire form; a `telling` object has its first member though none is required."""
        match schema:
            case ir.Boolean():
                return True
            case ir.Number():
                return _number(schema)
            case ir.String():
                return _text(schema)
            case ir.Enumeration(values=values):
                return values[0].value
            case ir.Array(items=items):
                return [self.sample(items, depth + 1)] * max(schema.min_items, 1 if depth < _DEEPEST else 0)
            case ir.Object(properties=properties):
                chosen = [prop for prop in properties if prop.required] or list(properties[:1] if telling else ())
                return {prop.wire_name: self.sample(_without_null(prop.schema), depth + 1) for prop in chosen}
            case ir.Refined(schema=inner):
                return self.sample(inner, depth, telling=telling)
            case ir.Union(members=members):
                return self.sample(members[0], depth + 1, telling=telling)
            case ir.Reference(name=name):
                return (
                    self.sample(self._named[name].schema, depth + 1, telling=telling) if depth < 2 * _DEEPEST else None
                )
            case _:
                return None


def _answers(operation: ir.Operation) -> list[ir.Content]:
    """What the successes of an operation hold."""
    return [
        content for response in operation.responses for content in response.content if response.status.startswith("2")
    ]


def _json(body: ir.Body) -> bool:
    """Whether null can be said in it."""
    return all(json_media(content.media_type) for content in body.content)


def _forms(operation: ir.Operation) -> bool:
    """Whether an operation takes a form, multipart or not."""
    contents = operation.body.content if operation.body else ()
    return any(has_members(content.media_type) and not json_media(content.media_type) for content in contents)


def _events(content: ir.Content) -> bool:
    return essence(content.media_type) == "text/event-stream"


def _without_null(schema: Schema) -> Schema:
    match schema:
        case ir.Union(members=members):
            return next((member for member in members if not isinstance(member, ir.Null)), schema)
        case _:
            return schema


def _text(string: ir.String) -> str | None:
    """A string that is valid, if one is found."""
    if string.format is not None and string.format in _SAMPLES and string.pattern is None:
        return _SAMPLES[string.format]
    sized = [letter * string.min_length for letter in "xA1" if string.min_length]
    for text in (*sized, *_TEXTS, *_SAMPLES.values()):
        fits = string.min_length <= len(text) <= (len(text) if string.max_length is None else string.max_length)
        if fits and (string.pattern is None or occurs(string.pattern, text)):
            return text
    return None


def _number(number: ir.Number) -> int | float:
    least = number.minimum if number.minimum is not None else number.exclusive_minimum
    start = 1 if least is None or least < 1 else least
    if number.maximum is not None and start > number.maximum:
        start = number.maximum
    return start if number.exclusive_minimum is None or start > number.exclusive_minimum else start + 1
