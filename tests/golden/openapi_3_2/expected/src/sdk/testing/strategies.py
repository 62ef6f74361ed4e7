"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import Json, SearchStrategy, json_values, just, one_of, record, text


@cache
def cat() -> SearchStrategy[Json]:
    """`Cat`."""
    return record(required={"kind": just("cat")}, extra=json_values())


@cache
def find_pets_request() -> SearchStrategy[Json]:
    """`FindPetsRequest`."""
    return record(required={"name": text(min_size=1)}, extra=json_values())


@cache
def other() -> SearchStrategy[Json]:
    """`Other`."""
    return record(optional={"kind": text(), "name": text()}, extra=json_values())


@cache
def pet() -> SearchStrategy[Json]:
    """`Pet`."""
    return one_of(cat(), other())
