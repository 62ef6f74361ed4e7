"""Changes every schema in the operations of an API, by which way it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, TypeVar

from specwright import ir
from specwright.ir import Schema

Change: TypeAlias = Callable[[Schema], Schema]
_Call = TypeVar("_Call", ir.Operation, ir.Webhook)


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
    body = call.body and replace(call.body, content=_content(call.body.content, asked))
    responses = tuple(
        replace(each, content=_content(each.content, answered), headers=_parameters(each.headers, answered))
        for each in call.responses
    )
    return replace(call, parameters=_parameters(call.parameters, asked), body=body, responses=responses)


def _parameters(every: tuple[ir.Parameter, ...], change: Change) -> tuple[ir.Parameter, ...]:
    return tuple(replace(each, schema=ir.rebuilt(each.schema, change)) for each in every)


def _content(every: tuple[ir.Content, ...], change: Change) -> tuple[ir.Content, ...]:
    return tuple(replace(each, schema=ir.rebuilt(each.schema, change)) for each in every)
