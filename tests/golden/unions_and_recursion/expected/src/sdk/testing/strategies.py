"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    booleans,
    deferred,
    integers,
    json_values,
    just,
    lists,
    one_of,
    record,
    sampled_from,
    text,
)


@cache
def codes() -> SearchStrategy[Json]:
    """`Codes`."""
    return sampled_from([1, 2, None])


@cache
def kind() -> SearchStrategy[Json]:
    """`Kind`."""
    return sampled_from(["leaf", "branch"])


@cache
def nested() -> SearchStrategy[Json]:
    """`Nested`."""
    return one_of(booleans(), lists(deferred(nested)))


@cache
def tag() -> SearchStrategy[Json]:
    """`Tag`."""
    return just("v1")


@cache
def tree() -> SearchStrategy[Json]:
    """`Tree`."""
    return record(
        required={"children": lists(deferred(tree))},
        optional={"payload": one_of(text(), integers(), deferred(tree))},
        extra=json_values(),
    )
