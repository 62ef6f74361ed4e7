"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    dates,
    fitting,
    json_values,
    mapping,
    matching,
    record,
    text,
)
from .document import valid


@cache
def contact() -> SearchStrategy[Json]:
    """`Contact`."""
    return valid(
        "/components/schemas/Contact",
        record(
            optional={
                "email": text(),
                "phoneNumber": matching("^\\d+\\Z"),
                "since": fitting(dates(), min_size=10),
            },
            extra=json_values(),
            min_size=1,
            max_size=3,
        ),
    )


@cache
def labels() -> SearchStrategy[Json]:
    """`Labels`."""
    return valid("/components/schemas/Labels", mapping(text(), min_size=1))
