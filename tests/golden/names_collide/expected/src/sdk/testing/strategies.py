"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import Json, SearchStrategy, integers, json_values, record, text


@cache
def field() -> SearchStrategy[Json]:
    """`Field`."""
    return record(
        optional={
            "model_config": text(),
            "class": text(),
            "fooBar": text(),
            "foo_bar": text(),
            "": text(),
            "self": model(),
        },
        extra=json_values(),
    )


@cache
def field2() -> SearchStrategy[Json]:
    """`Field2`."""
    return text()


@cache
def foo_bar_baz() -> SearchStrategy[Json]:
    """`FooBarBaz`."""
    return text()


@cache
def model() -> SearchStrategy[Json]:
    """`Model`."""
    return record(optional={"copy": integers()}, extra=json_values())
