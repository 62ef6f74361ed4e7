"""Operations -> handlers that a person fills in: the text of each, and the imports that it takes."""

from __future__ import annotations

from dataclasses import dataclass

from specwright import ir
from specwright.emit.annotations import borrowed
from specwright.emit.docstring import docstring
from specwright.emit.format import format_python
from specwright.emit.imports import Spelling
from specwright.emit.server_views import answered, modules, signed


@dataclass(frozen=True, slots=True)
class HandlerText:
    """A method that is to be filled in, indented by nothing, and what it imports: each name behind its module."""

    name: str
    text: str
    imports: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HandlersView:
    """The handlers of one tag: the module that they go to, and the generated class that they extend."""

    module: str
    base: str
    docstring: str
    handlers: tuple[HandlerText, ...]


def handlers_views(api: ir.Api, package: str) -> tuple[HandlersView, ...]:
    """A view for each tag that has operations; `package` is the generated one."""
    return tuple(
        HandlersView(
            module=module,
            base=tag.class_name,
            docstring=docstring(f"Handlers of the operations tagged {tag.wire_name or 'with nothing'!r}."),
            handlers=tuple(
                _handler(operation, tag.class_name, package)
                for operation in api.operations
                if operation.tag == tag.name
            ),
        )
        for tag, module in modules(api)
    )


def _handler(operation: ir.Operation, base: str, package: str) -> HandlerText:
    spelling = Spelling({base}, models="models.", runtime=f"{package}._runtime")
    signature = signed(operation, spelling).text
    returns = spelling(answered(operation))
    told = docstring(f"{operation.method} {operation.path}", 4)
    refusal = spelling(f"{borrowed('Unimplemented')}({f'{operation.tag}.{operation.name}'!r})")
    text = f"async def {operation.name}({signature}) -> {returns}:\n    {told}\n    raise {refusal}\n"
    if spelling.models:
        spelling.need(package, "models")
    spelling.need(f"{package}.server", base)
    imported = (line.removeprefix("from ").partition(" import ") for line in spelling.imports().splitlines() if line)
    pairs = [(module, name) for module, _, names in imported for name in names.split(", ")]
    return HandlerText(operation.name, format_python(text), tuple(_public(*pair, package) for pair in pairs))


def _public(module: str, name: str, package: str) -> tuple[str, str]:
    """A name and the module that it is exported from."""
    match name:
        case "UNSET" if module == f"{package}._runtime.model":
            return package, name
        case "Unimplemented" if module == f"{package}._runtime.server.reply":
            return f"{package}.server", name
        case _:
            return module, name
