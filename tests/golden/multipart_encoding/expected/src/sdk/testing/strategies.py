"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    dates,
    integers,
    json_values,
    lists,
    numbers,
    record,
    text,
)


@cache
def card() -> SearchStrategy[Json]:
    """`Card`."""
    return record(
        optional={
            "name": text(),
            "expand": lists(text()),
            "card": card_card(),
            "ids": lists(integers()),
            "raw": lists(integers()),
            "at": card_at(),
        },
        extra=json_values(),
    )


@cache
def card_at() -> SearchStrategy[Json]:
    """`CardAt`."""
    return record(optional={"lat": numbers(), "lon": numbers()}, extra=json_values())


@cache
def card_card() -> SearchStrategy[Json]:
    """`CardCard`."""
    return record(optional={"number": text(), "tags": lists(integers())}, extra=json_values())


@cache
def file() -> SearchStrategy[Json]:
    """`File`."""
    return record(
        required={"file": text()},
        optional={
            "pages": lists(text()),
            "about": file_about(),
            "key": text(),
            "note": text(),
            "range": file_range(),
            "ids": lists(integers()),
        },
        extra=json_values(),
    )


@cache
def file_about() -> SearchStrategy[Json]:
    """`FileAbout`."""
    return record(optional={"made": dates()}, extra=json_values())


@cache
def file_range() -> SearchStrategy[Json]:
    """`FileRange`."""
    return record(optional={"from": integers(), "to": integers()}, extra=json_values())
