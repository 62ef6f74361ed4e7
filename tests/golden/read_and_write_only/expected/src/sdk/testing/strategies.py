"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    deferred,
    integers,
    json_values,
    none,
    one_of,
    record,
    text,
)


@cache
def account() -> SearchStrategy[Json]:
    """`Account`."""
    return record(
        required={"id": identifier(), "name": text()},
        optional={"owner": one_of(none(), deferred(account))},
        extra=json_values(),
    )


@cache
def account_input() -> SearchStrategy[Json]:
    """`AccountInput`."""
    return record(
        required={"name": text(), "password": text()},
        optional={"owner": one_of(none(), deferred(account_input))},
        extra=json_values(),
    )


@cache
def identifier() -> SearchStrategy[Json]:
    """`Identifier`."""
    return integers()


@cache
def login() -> SearchStrategy[Json]:
    """`Login`."""
    return record(required={"secret": text()}, extra=json_values())
