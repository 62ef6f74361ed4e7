"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.testing.case import BodyCase, Case, ResponseCase, SchemaCase
from .._runtime.testing.draw import lists

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase(
        "Cat", lambda: models.Cat, strategies.cat, "/components/schemas/Cat", direction="response"
    ),
    SchemaCase(
        "CatInput",
        lambda: models.CatInput,
        strategies.cat_input,
        "/components/schemas/Cat",
        direction="request",
    ),
    SchemaCase(
        "Dog", lambda: models.Dog, strategies.dog, "/components/schemas/Dog", direction="response"
    ),
    SchemaCase(
        "DogInput",
        lambda: models.DogInput,
        strategies.dog_input,
        "/components/schemas/Dog",
        direction="request",
    ),
    SchemaCase("DogUnion", lambda: models.DogUnion, strategies.dog_union),
    SchemaCase("DogUnionInput", lambda: models.DogUnionInput, strategies.dog_union_input),
    SchemaCase(
        "Fish",
        lambda: models.Fish,
        strategies.fish,
        "/components/schemas/Fish",
        direction="response",
    ),
    SchemaCase(
        "Pet", lambda: models.Pet, strategies.pet, "/components/schemas/Pet", direction="response"
    ),
    SchemaCase(
        "PetInput",
        lambda: models.PetInput,
        strategies.pet_input,
        "/components/schemas/Pet",
        direction="request",
    ),
    SchemaCase("PetUnion", lambda: models.PetUnion, strategies.pet_union),
    SchemaCase("PetUnionInput", lambda: models.PetUnionInput, strategies.pet_union_input),
    SchemaCase(
        "Poodle",
        lambda: models.Poodle,
        strategies.poodle,
        "/components/schemas/Poodle",
        direction="response",
    ),
    SchemaCase(
        "PoodleInput",
        lambda: models.PoodleInput,
        strategies.poodle_input,
        "/components/schemas/Poodle",
        direction="request",
    ),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="default",
        name="list_pets",
        method="GET",
        path="/pets",
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: list[models.PetUnion],
                lambda: lists(strategies.pet_union()),
                "/paths/~1pets/get/responses/200/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="default",
        name="add_pet",
        method="POST",
        path="/pets",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.PetUnionInput,
                strategies.pet_union_input,
                "/paths/~1pets/post/requestBody/content/application~1json/schema",
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "201",
                "application/json",
                lambda: models.PetUnion,
                strategies.pet_union,
                "/paths/~1pets/post/responses/201/content/application~1json/schema",
            ),
        ),
    ),
)
