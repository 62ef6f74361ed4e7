"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import Json, SearchStrategy, booleans, json_values, record, text


@cache
def alias() -> SearchStrategy[Json]:
    """`Alias`."""
    return named()


@cache
def dog() -> SearchStrategy[Json]:
    """`Dog`."""
    return record(required={"name": text(min_size=2), "barks": booleans()}, extra=json_values())


@cache
def named() -> SearchStrategy[Json]:
    """`Named`."""
    return record(required={"name": text()}, extra=json_values())
