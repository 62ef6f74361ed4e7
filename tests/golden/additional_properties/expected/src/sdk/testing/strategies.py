"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    integers,
    json_values,
    mapping,
    record,
    text,
)


@cache
def anything() -> SearchStrategy[Json]:
    """`Anything`."""
    return json_values()


@cache
def closed() -> SearchStrategy[Json]:
    """`Closed`."""
    return record(optional={"a": text()})


@cache
def free_form() -> SearchStrategy[Json]:
    """`FreeForm`."""
    return mapping(json_values())


@cache
def map() -> SearchStrategy[Json]:
    """`Map`."""
    return mapping(open())


@cache
def open() -> SearchStrategy[Json]:
    """`Open`."""
    return record(optional={"a": text()}, extra=json_values())


@cache
def typed() -> SearchStrategy[Json]:
    """`Typed`."""
    return record(optional={"a": text()}, extra=integers())
