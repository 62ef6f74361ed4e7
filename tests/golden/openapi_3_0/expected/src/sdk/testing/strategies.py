"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    integers,
    json_values,
    none,
    one_of,
    record,
    text,
)


@cache
def home() -> SearchStrategy[Json]:
    """`Home`."""
    return record(optional={"street": text()}, extra=json_values())


@cache
def pet() -> SearchStrategy[Json]:
    """`Pet`."""
    return record(
        required={"owner": one_of(none(), text())},
        optional={"age": integers(1), "home": one_of(none(), home())},
        extra=json_values(),
    )
