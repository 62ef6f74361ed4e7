"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    integers,
    json_values,
    lists,
    none,
    one_of,
    record,
    text,
)


@cache
def change_notes_request() -> SearchStrategy[Json]:
    """`ChangeNotesRequest`."""
    return record(optional={"text": one_of(none(), text())}, extra=json_values())


@cache
def note() -> SearchStrategy[Json]:
    """`Note`."""
    return record(
        required={"text": text()},
        optional={"stars": integers(), "tags": lists(text())},
        extra=json_values(),
    )
