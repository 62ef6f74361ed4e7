"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    dates,
    deferred,
    integers,
    json_values,
    just,
    kinds,
    none,
    numbers,
    one_of,
    record,
    text,
)


@cache
def cat() -> SearchStrategy[Json]:
    """`Cat`."""
    return record(
        required={"petType": text(), "lives": integers()},
        optional={"id": integers(), "friend": one_of(none(), deferred(pet_union))},
        extra=json_values(),
    )


@cache
def cat_input() -> SearchStrategy[Json]:
    """`CatInput`."""
    return record(
        required={"petType": text(), "lives": integers()},
        optional={"friend": one_of(none(), deferred(pet_union_input))},
        extra=json_values(),
    )


@cache
def dog() -> SearchStrategy[Json]:
    """`Dog`."""
    return record(
        required={"petType": text()},
        optional={
            "id": integers(),
            "friend": one_of(none(), deferred(pet_union)),
            "born": dates(),
            "rival": deferred(dog_union),
        },
        extra=json_values(),
    )


@cache
def dog_input() -> SearchStrategy[Json]:
    """`DogInput`."""
    return record(
        required={"petType": text()},
        optional={
            "friend": one_of(none(), deferred(pet_union_input)),
            "born": dates(),
            "rival": deferred(dog_union_input),
        },
        extra=json_values(),
    )


@cache
def dog_union() -> SearchStrategy[Json]:
    """`DogUnion`."""
    return kinds(deferred(dog), "petType", {"poodle": poodle})


@cache
def dog_union_input() -> SearchStrategy[Json]:
    """`DogUnionInput`."""
    return kinds(deferred(dog_input), "petType", {"poodle": poodle_input})


@cache
def fish() -> SearchStrategy[Json]:
    """`Fish`."""
    return record(
        required={"petType": text(max_size=3)},
        optional={"id": integers(), "friend": one_of(none(), pet_union())},
        extra=json_values(),
    )


@cache
def pet() -> SearchStrategy[Json]:
    """`Pet`."""
    return record(
        required={"petType": text()},
        optional={"id": integers(), "friend": one_of(none(), deferred(pet_union))},
        extra=json_values(),
    )


@cache
def pet_input() -> SearchStrategy[Json]:
    """`PetInput`."""
    return record(
        required={"petType": text()},
        optional={"friend": one_of(none(), deferred(pet_union_input))},
        extra=json_values(),
    )


@cache
def pet_union() -> SearchStrategy[Json]:
    """`PetUnion`."""
    return kinds(
        deferred(pet), "petType", {"kitten": cat, "cat": cat, "Dog": dog, "poodle": poodle}
    )


@cache
def pet_union_input() -> SearchStrategy[Json]:
    """`PetUnionInput`."""
    return kinds(
        deferred(pet_input),
        "petType",
        {"kitten": cat_input, "cat": cat_input, "Dog": dog_input, "poodle": poodle_input},
    )


@cache
def poodle() -> SearchStrategy[Json]:
    """`Poodle`."""
    return record(
        required={"petType": just("poodle")},
        optional={
            "id": integers(),
            "friend": one_of(none(), deferred(pet_union)),
            "born": dates(),
            "rival": deferred(dog_union),
            "curls": numbers(),
        },
        extra=json_values(),
    )


@cache
def poodle_input() -> SearchStrategy[Json]:
    """`PoodleInput`."""
    return record(
        required={"petType": just("poodle")},
        optional={
            "friend": one_of(none(), deferred(pet_union_input)),
            "born": dates(),
            "rival": deferred(dog_union_input),
            "curls": numbers(),
        },
        extra=json_values(),
    )
