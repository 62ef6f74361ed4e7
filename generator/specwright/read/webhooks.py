"""The webhooks of a document, and the callbacks of its operations -> `ir.Webhook`: what an API sends by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from specwright import ir, naming
from specwright.problem import Problem
from specwright.read.hoist import name_taken
from specwright.read.keywords import last_token, members, text
from specwright.read.operations import Operations, name_of
from specwright.read.outline import Node, Operation, Outline, operations_of

_COMPONENTS = "/components/callbacks/"


class _Sent(NamedTuple):
    """A request that the API sends, before it has a name of its own."""

    wanted: str
    key: str
    source: Operation
    calls: tuple[ir.Called, ...] = ()


def webhooks(outline: Outline, operations: Operations) -> tuple[tuple[ir.Webhook, ...], list[Problem]]:
    """Webhooks and callbacks, sorted by name, and which of them wanted one name: a webhook then keeps it."""
    names = naming.Names()
    problems: list[Problem] = []
    found: list[ir.Webhook] = []
    for sent in [*sorted(_webhooks(outline), key=_place), *sorted(_callbacks(outline), key=_place)]:
        name = names.new(sent.wanted)
        found.append(_webhook(sent, name, outline, operations))
        if name != sent.wanted:
            problems.append(name_taken(sent.wanted, name, found[-1].location))
    return tuple(sorted(found, key=lambda webhook: webhook.name)), problems


def _place(sent: _Sent) -> tuple[int, str]:
    return len(sent.source.pointer), sent.source.pointer


def _webhooks(outline: Outline) -> Iterator[_Sent]:
    declared = members(outline.document.value.get("webhooks"))
    for key, item in outline.members(Node("/webhooks", declared)):
        for source in operations_of(key, item):
            yield _Sent(_wanted(source, key), key, source)


def _callbacks(outline: Outline) -> Iterator[_Sent]:
    """Those of the operations under `paths`, each once; one that has callbacks of its own is not looked into."""
    found: dict[str, list[_Sent]] = {}
    for operation in outline.operations:
        for sent in _callbacks_of(operation, outline):
            found.setdefault(sent.source.pointer, []).append(sent)
    for first, *others in found.values():
        yield first._replace(calls=(*first.calls, *(call for other in others for call in other.calls)))


def _callbacks_of(operation: Operation, outline: Outline) -> Iterator[_Sent]:
    """A callback is named after the operation that it is written in; as a component it is nobody's own."""
    declared = Node(f"{operation.pointer}/callbacks", members(operation.value.get("callbacks")))
    for key, callback in outline.members(declared):
        shared = callback.pointer.startswith(_COMPONENTS)
        wire_name = last_token(callback.pointer) if shared else key
        for expression, item in outline.members(callback):
            for source in operations_of(expression, item):
                wanted = _wanted(source, wire_name if shared else f"{name_of(operation)} {key}")
                yield _Sent(wanted, wire_name, source, (ir.Called(operation.title, expression),))


def _wanted(source: Operation, key: str) -> str:
    pinned = text(source.value, "x-specwright-name") or text(source.value, "operationId")
    return naming.webhook_name(pinned, key, source.method)


def _webhook(sent: _Sent, name: str, outline: Outline, operations: Operations) -> ir.Webhook:
    source, prefix = sent.source, naming.class_name(name)
    return ir.Webhook(
        name=name,
        wire_name=sent.key,
        method=source.method.upper(),
        parameters=tuple(operations.parameters(source, prefix)),
        body=operations.body(source, prefix),
        responses=tuple(operations.responses(source, prefix)),
        calls=sent.calls,
        summary=text(source.value, "summary"),
        description=text(source.value, "description"),
        deprecated=source.value.get("deprecated") is True,
        pointer=source.pointer,
        location=outline.document.locate(source.pointer),
    )
