"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    date_times,
    json_values,
    none,
    numbers,
    one_of,
    record,
    text,
)


@cache
def home() -> SearchStrategy[Json]:
    """`Home`."""
    return record(optional={"street": one_of(none(), text())}, extra=json_values())


@cache
def pet_patch() -> SearchStrategy[Json]:
    """`PetPatch`."""
    return record(
        optional={
            "nickName": one_of(none(), text()),
            "weight": one_of(none(), numbers(0.1, 90)),
            "born": date_times(),
            "home": one_of(none(), home()),
        },
        extra=json_values(),
    )
