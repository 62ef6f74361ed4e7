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
    one_of,
    record,
    text,
)
from .document import valid


@cache
def cat() -> SearchStrategy[Json]:
    """`Cat`."""
    return record(optional={"claws": integers()}, extra=json_values())


@cache
def dog() -> SearchStrategy[Json]:
    """`Dog`."""
    return record(optional={"bark": text()}, extra=json_values())


@cache
def fish() -> SearchStrategy[Json]:
    """`Fish`."""
    return record(required={"kind": just("fish")})


@cache
def owner() -> SearchStrategy[Json]:
    """`Owner`."""
    return valid(
        "/components/schemas/Owner",
        record(
            optional={"pet": one_of(cat(), dog()), "other": one_of(text(), fish())},
            extra=json_values(),
        ),
    )


@cache
def pet() -> SearchStrategy[Json]:
    """`Pet`."""
    return valid("/components/schemas/Pet", one_of(none(), one_of(cat(), dog())))
