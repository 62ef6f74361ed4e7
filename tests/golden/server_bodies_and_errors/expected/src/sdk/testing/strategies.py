"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import Json, SearchStrategy, integers, json_values, record


@cache
def file() -> SearchStrategy[Json]:
    """`File`."""
    return record(optional={"size": integers()}, extra=json_values())
