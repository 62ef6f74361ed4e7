"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import Json, SearchStrategy, integers, json_values, record


@cache
def list_pages_response_x_sizes() -> SearchStrategy[Json]:
    """`ListPagesResponseXSizes`."""
    return record(required={"a": integers()}, extra=json_values())
