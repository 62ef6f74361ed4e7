"""Changes every schema of an API, by what it is used for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from specwright import ir
from specwright.ir import Schema

Change: TypeAlias = Callable[[Schema], Schema]


def everywhere(api: ir.Api, *, request: Change, response: Change) -> ir.Api:
    """The API with the schemas in its operations changed, those that are sent and those that are received."""
    return replace(api, operations=tuple(_operation(each, request, response) for each in api.operations))


def _operation(operation: ir.Operation, request: Change, response: Change) -> ir.Operation:
    parameters = tuple(replace(each, schema=ir.rebuilt(each.schema, request)) for each in operation.parameters)
    body = operation.body and replace(operation.body, content=_content(operation.body.content, request))
    responses = tuple(replace(each, content=_content(each.content, response)) for each in operation.responses)
    return replace(operation, parameters=parameters, body=body, responses=responses)


def _content(every: tuple[ir.Content, ...], change: Change) -> tuple[ir.Content, ...]:
    return tuple(replace(each, schema=ir.rebuilt(each.schema, change)) for each in every)
