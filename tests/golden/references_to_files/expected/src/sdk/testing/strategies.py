"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    deferred,
    json_values,
    just,
    lists,
    one_of,
    record,
    text,
)


@cache
def cat() -> SearchStrategy[Json]:
    """`Cat`."""
    return record(
        required={"kind": just("cat")},
        optional={"owner": deferred(owner), "kittens": lists(deferred(cat))},
        extra=json_values(),
    )


@cache
def dog() -> SearchStrategy[Json]:
    """`Dog`."""
    return record(
        required={"kind": just("dog")}, optional={"owner": deferred(owner)}, extra=json_values()
    )


@cache
def home() -> SearchStrategy[Json]:
    """`Home`."""
    return record(optional={"city": text(), "tenant": deferred(owner)}, extra=json_values())


@cache
def leaf() -> SearchStrategy[Json]:
    """`Leaf`."""
    return record(optional={"colour": text(), "beside": deferred(leaf)}, extra=json_values())


@cache
def owner() -> SearchStrategy[Json]:
    """`Owner`."""
    return record(
        required={"name": text(min_size=1)},
        optional={"pets": lists(deferred(pet)), "home": deferred(home)},
        extra=json_values(),
    )


@cache
def pet() -> SearchStrategy[Json]:
    """`Pet`."""
    return one_of(deferred(cat), deferred(dog))


@cache
def problem_response() -> SearchStrategy[Json]:
    """`ProblemResponse`."""
    return record(optional={"title": text()}, extra=json_values())


@cache
def tree() -> SearchStrategy[Json]:
    """`Tree`."""
    return record(optional={"leaf": leaf(), "branches": lists(deferred(tree))}, extra=json_values())
