"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    integers,
    json_values,
    record,
    sampled_from,
    text,
)


@cache
def pet() -> SearchStrategy[Json]:
    """`Pet`."""
    return record(
        required={"name": text()},
        optional={"kind": sampled_from(["cat", "dog"])},
        extra=json_values(),
    )


@cache
def pet_gone_request_json() -> SearchStrategy[Json]:
    """`PetGoneRequestJson`."""
    return record(required={"id": integers()}, extra=json_values())


@cache
def subscribe_request() -> SearchStrategy[Json]:
    """`SubscribeRequest`."""
    return record(optional={"url": text()}, extra=json_values())
