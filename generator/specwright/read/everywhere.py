"""Changes every schema in the operations of an API, by which way it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, TypeVar

from specwright import ir
from specwright.ir import Schema

Change: TypeAlias = Callable[[Schema], Schema]
_Call = TypeVar("_Call", ir.Operation, ir.Webhook)
_Typed = TypeVar("_Typed", ir.Parameter, ir.Content)


def throughout(api: ir.Api, change: Change) -> ir.Api:
    """The API with every schema changed, in the components and in the operations, whichever way it goes."""
    schemas = tuple(replace(named, schema=ir.rebuilt(named.schema, change)) for named in api.schemas)
    return everywhere(replace(api, schemas=schemas), request=change, response=change)


def everywhere(api: ir.Api, *, request: Change, response: Change) -> ir.Api:
    """The API with the schemas in its operations changed, those that a client sends and those that it receives.

    What the API asks by itself, in a webhook, is received.
    """
    return replace(
        api,
        operations=tuple(_call(each, request, response) for each in api.operations),
        webhooks=tuple(_call(each, response, request) for each in api.webhooks),
    )


def _call(call: _Call, asked: Change, answered: Change) -> _Call:
    body = call.body and replace(call.body, content=_each(call.body.content, asked))
    responses = tuple(
        replace(response, content=_each(response.content, answered), headers=_each(response.headers, answered))
        for response in call.responses
    )
    return replace(call, parameters=_each(call.parameters, asked), body=body, responses=responses)


def _each(every: tuple[_Typed, ...], change: Change) -> tuple[_Typed, ...]:
    return tuple(_changed(each, change) for each in every)


def _changed(each: _Typed, change: Change) -> _Typed:
    schema = ir.rebuilt(each.schema, change)
    return each if schema is each.schema else replace(each, schema=schema)
