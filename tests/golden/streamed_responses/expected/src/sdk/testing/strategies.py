"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import Json, SearchStrategy, json_values, record, text


@cache
def fault() -> SearchStrategy[Json]:
    """`Fault`."""
    return record(required={"detail": text()}, extra=json_values())


@cache
def watch() -> SearchStrategy[Json]:
    """`Watch`."""
    return record(optional={"since": text()}, extra=json_values())
