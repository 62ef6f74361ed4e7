"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    integers,
    json_values,
    just,
    lists,
    matching,
    none,
    nothing,
    numbers,
    one_of,
    record,
    sampled_from,
    text,
)
from .document import valid


@cache
def address() -> SearchStrategy[Json]:
    """`Address`."""
    return record(optional={"country": text()}, extra=json_values())


@cache
def european() -> SearchStrategy[Json]:
    """`European`."""
    return record(optional={"country": sampled_from(["AT", "BE", "CZ"])}, extra=json_values())


@cache
def named() -> SearchStrategy[Json]:
    """`Named`."""
    return valid(
        "/components/schemas/Named",
        one_of(none(), record(required={"country": text()}, extra=json_values())),
    )


@cache
def order() -> SearchStrategy[Json]:
    """`Order`."""
    return valid(
        "/components/schemas/Order",
        record(
            optional={
                "lines": lists(text(), holding=[(matching("^SKU"), 1)]),
                "range": lists(nothing(), prefix=[text(), integers()], max_size=2),
                "country": text(),
                "total": integers(),
            },
        ),
    )


@cache
def payment() -> SearchStrategy[Json]:
    """`Payment`."""
    return valid(
        "/components/schemas/Payment",
        one_of(
            record(
                required={"iban": text(), "kind": sampled_from(["card", "bank"])},
                optional={
                    "number": text(),
                    "address": record(
                        optional={"country": sampled_from(["AT", "BE", "CZ"])}, extra=json_values()
                    ),
                },
                extra=json_values(),
            ),
            record(
                required={"number": text(), "kind": just("card")},
                optional={"iban": text(), "address": address()},
                extra=json_values(),
            ),
            record(
                required={"kind": just("bank")},
                optional={"address": address()},
                extra=json_values(),
                forbidden=["number", "iban"],
            ),
        ),
    )


@cache
def rate() -> SearchStrategy[Json]:
    """`Rate`."""
    return valid(
        "/components/schemas/Rate",
        one_of(numbers(10, multiple_of=10), numbers(exclusive_maximum=10)),
    )


@cache
def shape() -> SearchStrategy[Json]:
    """`Shape`."""
    return valid(
        "/components/schemas/Shape",
        one_of(record(required={"kind": just("circle")}, optional={"radius": numbers()}), record()),
    )
