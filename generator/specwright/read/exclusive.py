"""Where "exactly one" of a `oneOf` says more than "any": only there does a union stay exclusive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from specwright import ir
from specwright.ir import Schema
from specwright.read.overlap import Overlap

_Operation = TypeVar("_Operation", ir.Operation, ir.Webhook)


def exclusive(api: ir.Api) -> ir.Api:
    """The API with each `oneOf` parted: members that no value has in common with the others stand by themselves."""
    overlap = Overlap({named.name: named.schema for named in api.schemas})

    def parted(schema: Schema) -> Schema:
        return _parted(schema, overlap) if isinstance(schema, ir.Union) and schema.exclusive else schema

    return _everywhere(api, parted)


def _parted(union: ir.Union, overlap: Overlap) -> ir.Union:
    groups = overlap.groups(union.members)
    if len(groups) == 1:
        return union
    members = [ir.Union(tuple(group), exclusive=True) if len(group) > 1 else group[0] for group in groups]
    return replace(union, members=tuple(members), exclusive=False)


def _everywhere(api: ir.Api, change: Callable[[Schema], Schema]) -> ir.Api:
    """The API with every schema in it changed."""
    schemas = tuple(replace(named, schema=ir.rebuilt(named.schema, change)) for named in api.schemas)
    return replace(
        api,
        schemas=schemas,
        operations=tuple(_operation(each, change) for each in api.operations),
        webhooks=tuple(_operation(each, change) for each in api.webhooks),
    )


def _operation(operation: _Operation, change: Callable[[Schema], Schema]) -> _Operation:
    def content(every: tuple[ir.Content, ...]) -> tuple[ir.Content, ...]:
        return tuple(replace(each, schema=ir.rebuilt(each.schema, change)) for each in every)

    parameters = (replace(each, schema=ir.rebuilt(each.schema, change)) for each in operation.parameters)
    return replace(
        operation,
        parameters=tuple(parameters),
        body=replace(operation.body, content=content(operation.body.content)) if operation.body else None,
        responses=tuple(replace(each, content=content(each.content)) for each in operation.responses),
    )
