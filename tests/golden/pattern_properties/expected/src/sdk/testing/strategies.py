"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    booleans,
    date_times,
    integers,
    json_values,
    mapping,
    matching,
    one_of,
    record,
    text,
)
from .document import valid


@cache
def headers() -> SearchStrategy[Json]:
    """`Headers`."""
    return valid("/components/schemas/Headers", mapping(text(), names=matching("^x-[a-z]+\\Z")))


@cache
def languages() -> SearchStrategy[Json]:
    """`Languages`."""
    return valid("/components/schemas/Languages", mapping(text_2(), names=matching("^[a-z]{2}\\Z")))


@cache
def mixed() -> SearchStrategy[Json]:
    """`Mixed`."""
    return valid(
        "/components/schemas/Mixed",
        mapping(
            booleans(), patterns=[(matching("^at_"), date_times()), (matching("^text_"), text_2())]
        ),
    )


@cache
def send_request() -> SearchStrategy[Json]:
    """`SendRequest`."""
    return record(
        optional={"to": text(), "x-retry": integers()},
        patterns=[(matching("^x-"), one_of(text(), integers()))],
    )


@cache
def text_2() -> SearchStrategy[Json]:
    """`Text`."""
    return valid(
        "/components/schemas/Text",
        record(optional={"body": text()}, extra=json_values(), names=text(max_size=9)),
    )
