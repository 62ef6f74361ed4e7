"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    integers,
    json_values,
    just,
    none,
    numbers,
    one_of,
    record,
    text,
)
from .document import valid


@cache
def animal() -> SearchStrategy[Json]:
    """`Animal`."""
    return valid("/components/schemas/Animal", one_of(cat(), dog()))


@cache
def cat() -> SearchStrategy[Json]:
    """`Cat`."""
    return record(required={"kind": text()}, optional={"lives": integers()}, extra=json_values())


@cache
def dog() -> SearchStrategy[Json]:
    """`Dog`."""
    return record(required={"kind": just("Dog")}, extra=json_values())


@cache
def owner() -> SearchStrategy[Json]:
    """`Owner`."""
    return record(optional={"animal": one_of(none(), animal())}, extra=json_values())


@cache
def robot() -> SearchStrategy[Json]:
    """`Robot`."""
    return record(required={"volts": numbers()}, extra=json_values())
