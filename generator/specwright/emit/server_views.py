"""Operations -> the rows that the templates of the server stubs place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from specwright import ir, naming
from specwright.emit.annotations import borrowed, hint, union
from specwright.emit.contents import answer_kinds, content_hint, has_members, raw_kinds, successes, without_null
from specwright.emit.docstring import docstring
from specwright.emit.imports import Spelling
from specwright.emit.operation_views import (
    Argument,
    among_methods,
    argument_row,
    described,
    import_models,
    parameter_argument,
)
from specwright.emit.sdk_views import status_name
from specwright.statuses import phrase

_OWN_MODULES = ("app", "errors")
_OWN_NAMES = ("annotations", "lazy")
_EXPORTS = {
    "Reply": "app",
    "create_app": "app",
    "current_request": "app",
    "HTTPProblem": "errors",
    "Unimplemented": "errors",
}


@dataclass(frozen=True, slots=True)
class HandlerView:
    """A method that answers an operation: `refusal` is what it raises, `route` what brings it to the application."""

    name: str
    signature: str
    returns: str
    docstring: str
    refusal: str
    route: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The arguments of a handler, as they are written and one by one."""

    text: str
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class StubView:
    """A module with the handlers of one tag."""

    module: str
    class_name: str
    module_docstring: str
    docstring: str
    imports: str
    routes: str
    handlers: tuple[HandlerView, ...]


@dataclass(frozen=True, slots=True)
class ProblemView:
    """An exception class for a status that the API declares."""

    name: str
    status: int
    docstring: str
    signature: str


@dataclass(frozen=True, slots=True)
class ServerView:
    """The application and its errors: `signature` takes an instance for each tag, `routes` are theirs.

    `exports` are the names of the package, each with its module.
    """

    exports: tuple[tuple[str, str], ...]
    signature: str
    routes: tuple[str, ...]
    problems: tuple[ProblemView, ...]
    problem_imports: str


def stub_views(api: ir.Api) -> tuple[StubView, ...]:
    """A row for each tag, in their order."""
    return tuple(
        _stub(tag, module, [operation for operation in api.operations if operation.tag == tag.name])
        for tag, module in modules(api)
    )


def server_view(api: ir.Api) -> ServerView:
    """The one row of the application."""
    spelling = Spelling(models="models.")
    problems = tuple(_problems(api, spelling))
    spelling.need("..", *["models"] * bool(spelling.models))
    spelling.need(".._runtime.server.reply", *(f"{name} as {name}" for name in ("HTTPProblem", "Unimplemented")))
    arguments = [f"{tag.name}: _{module}.{tag.class_name} | None = None" for tag, module in modules(api)]
    stubs = {tag.class_name: module for tag, module in modules(api)}
    return ServerView(
        exports=tuple({**_EXPORTS, **stubs}.items()),
        signature=", ".join(["*", *arguments] if arguments else []),
        routes=tuple(f"*_{module}.routes({tag.name})" for tag, module in modules(api)),
        problems=problems,
        problem_imports=spelling.imports(),
    )


def modules(api: ir.Api) -> Iterator[tuple[ir.Tag, str]]:
    """Each tag and the name of its module, which leaves what the package itself holds its name."""
    taken = {*_OWN_MODULES, *_OWN_NAMES, *_EXPORTS}
    for tag in api.tags:
        module = naming.unique(naming.module_name(tag.class_name), taken)
        taken.add(module)
        yield tag, module


def _stub(tag: ir.Tag, module: str, operations: Sequence[ir.Operation]) -> StubView:
    spelling = among_methods(operations, {tag.class_name})
    handlers = tuple(_handler(operation, spelling) for operation in operations)
    routes = spelling(f"{borrowed('Iterator')}[{borrowed('Route')}[{borrowed('Any')}]]")
    spelling.need("..resources", f"{naming.module_name(tag.class_name)} as _calls")
    import_models(spelling)
    told = tag.description or f"The operations tagged {tag.wire_name or 'with nothing'!r}."
    return StubView(
        module=module,
        class_name=tag.class_name,
        module_docstring=docstring(told),
        docstring=docstring(f"{told}\n\nExtend the class, and override what you answer: the rest is 501.", 4),
        imports=spelling.imports(),
        routes=routes,
        handlers=handlers,
    )


def _handler(operation: ir.Operation, spelling: Spelling) -> HandlerView:
    signature = signed(operation, spelling)
    return HandlerView(
        name=operation.name,
        signature=signature.text,
        returns=spelling(f"{borrowed('Result')}[{answered(operation)}]"),
        docstring=docstring("\n\n".join(_described(operation, signature.arguments)), 8),
        refusal=spelling(f"{borrowed('Unimplemented')}({f'{operation.tag}.{operation.name}'!r})"),
        route=spelling(_route(operation)),
    )


def signed(operation: ir.Operation, spelling: Spelling) -> Signature:
    """The arguments of a handler, those of the path and the body first."""
    arguments = {
        parameter: parameter_argument(parameter, spelling(hint(without_null(parameter.schema))))
        for parameter in operation.parameters
    }
    positional = [argument for parameter, argument in arguments.items() if parameter.place is ir.Place.PATH]
    named = [argument for parameter, argument in arguments.items() if parameter.place is not ir.Place.PATH]
    body = [_body(operation.body, spelling)] if operation.body is not None else []
    texts = [_argument(argument, spelling) for argument in [*positional, *body]]
    keywords = [_argument(argument, spelling) for argument in named]
    text = ", ".join(["self", *texts, *["*"] * bool(keywords), *keywords])
    return Signature(text, (*positional, *body, *named))


def answered(operation: ir.Operation) -> str:
    """What a client gets, or octets and text piece by piece."""
    contents = [content for response in successes(operation) for content in response.content]
    kinds = [kind for content in contents for kind in raw_kinds(content)] if operation.method != "HEAD" else []
    return union([*answer_kinds(operation), *(f"{borrowed('Stream')}[{kind}]" for kind in kinds)])


def _argument(argument: Argument, spelling: Spelling) -> str:
    """What may be absent is UNSET then: a handler is not told a default that nobody sent."""
    text = f"{argument.name}: {argument.annotation}"
    unset = borrowed("UNSET")
    return text if argument.required else spelling(f"{text} | {unset} = {unset}")


def _body(body: ir.Body, spelling: Spelling) -> Argument:
    kinds = union(
        hint(content.schema) if has_members(content.media_type) else content_hint(content) for content in body.content
    )
    return Argument("body", "body", spelling(kinds), body.required, body.description)


def _route(operation: ir.Operation) -> str:
    return f"{borrowed('Route')}(_calls.{naming.constant_name(operation.name)}, handlers.{operation.name})"


def _described(operation: ir.Operation, arguments: Sequence[Argument]) -> Iterator[str]:
    """What the method of a client says, and which errors there are to be raised."""
    yield described(operation, arguments)
    declared = sorted((r for r in operation.responses if _problem(r)), key=lambda response: response.status)
    rows = [argument_row(Argument(status_name(int(r.status)), "", "", True, r.description)) for r in declared]
    if rows:
        yield "Raises:\n" + "\n".join(rows)


def _problem(response: ir.Response) -> bool:
    return response.status.isdigit() and int(response.status) >= 400


def _problems(api: ir.Api, spelling: Spelling) -> Iterator[ProblemView]:
    """A class for each declared status from 400 on; its body is what any operation declares for it."""
    declared: dict[int, list[str]] = {}
    for response in (r for operation in api.operations for r in operation.responses if _problem(r)):
        kinds = declared.setdefault(int(response.status), [])
        kinds.extend([content_hint(content) for content in response.content] or ["None"])
    for status in sorted(declared):
        body = union(declared[status])
        given = f"body: {body}{' = None' if 'None' in declared[status] else ''}"
        headers = f"headers: {borrowed('Mapping')}[str, object] = {borrowed('NO_HEADERS')}"
        yield ProblemView(
            name=status_name(status),
            status=status,
            docstring=docstring(f"{status} {phrase(status)}".strip(), 4),
            signature=spelling(f"self, {given}, *, {headers}"),
        )
