"""The webhooks of a document, and the callbacks of its operations -> `ir.Webhook`: what an API sends by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from specwright import ir, naming
from specwright.problem import Problem
from specwright.read.hoist import name_taken
from specwright.read.keywords import members, text
from specwright.read.operations import Operations, name_of
from specwright.read.outline import Node, Operation, Outline, operations_of


class _Sent(NamedTuple):
    """A request that the API sends, before it has a name of its own."""

    wanted: str
    key: str
    source: Operation
    callback: ir.Called | None


def webhooks(outline: Outline, operations: Operations) -> tuple[tuple[ir.Webhook, ...], list[Problem]]:
    """Webhooks and callbacks, sorted by name, and which of them wanted one name: a webhook then keeps it."""
    names: set[str] = set()
    problems: list[Problem] = []
    found: list[ir.Webhook] = []
    for sent in sorted([*_webhooks(outline), *_callbacks(outline)], key=_precedence):
        name = naming.unique(sent.wanted, names)
        names.add(name)
        found.append(_webhook(sent, name, outline, operations))
        if name != sent.wanted:
            problems.append(name_taken(sent.wanted, name, found[-1].location))
    return tuple(sorted(found, key=lambda webhook: webhook.name)), problems


def _precedence(sent: _Sent) -> tuple[object, ...]:
    """An order that nothing but the place of a request decides on."""
    called = sent.callback
    return (
        called is not None,
        *((len(called.operation), *_texts(called)) if called else ()),
        sent.key,
        sent.source.method,
    )


def _texts(called: ir.Called) -> tuple[str, str]:
    return called.operation, called.expression


def _webhooks(outline: Outline) -> Iterator[_Sent]:
    declared = members(outline.document.value.get("webhooks"))
    for key, item in outline.members(Node("/webhooks", declared)):
        for source in operations_of(key, item):
            yield _Sent(_wanted(source, key), key, source, None)


def _callbacks(outline: Outline) -> Iterator[_Sent]:
    """Those of the operations under `paths`; a callback that has callbacks of its own is not looked into."""
    for operation in outline.operations:
        declared = Node(f"{operation.pointer}/callbacks", members(operation.value.get("callbacks")))
        for key, callback in outline.members(declared):
            for expression, item in outline.members(callback):
                for source in operations_of(expression, item):
                    wanted = _wanted(source, f"{name_of(operation)} {key}")
                    yield _Sent(wanted, key, source, ir.Called(operation.title, expression))


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
        callback=sent.callback,
        summary=text(source.value, "summary"),
        description=text(source.value, "description"),
        deprecated=source.value.get("deprecated") is True,
        pointer=source.pointer,
        location=outline.document.locate(source.pointer),
    )
