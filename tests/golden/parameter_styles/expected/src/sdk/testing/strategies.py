"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    integers,
    json_values,
    lists,
    numbers,
    record,
    text,
)


@cache
def deep() -> SearchStrategy[Json]:
    """`Deep`."""
    return record(optional={"a": deep_a(), "c": lists(text())}, extra=json_values())


@cache
def deep_a() -> SearchStrategy[Json]:
    """`DeepA`."""
    return record(optional={"b": text()}, extra=json_values())


@cache
def filter() -> SearchStrategy[Json]:
    """`Filter`."""
    return record(optional={"name": text(), "nested": lists(numbers())}, extra=json_values())


@cache
def styled_x_deep() -> SearchStrategy[Json]:
    """`StyledXDeep`."""
    return record(optional={"a": integers()}, extra=json_values())
