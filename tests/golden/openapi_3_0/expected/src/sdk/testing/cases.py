"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.testing.case import BodyCase, Case, ResponseCase, SchemaCase

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Home", lambda: models.Home, strategies.home, "/components/schemas/Home"),
    SchemaCase("Pet", lambda: models.Pet, strategies.pet, "/components/schemas/Pet"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="pets",
        name="create_pet",
        method="POST",
        path="/pets",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.Pet,
                strategies.pet,
                "/paths/~1pets/post/requestBody/content/application~1json/schema",
                optional=(("age",), ("home",), ("home", "street")),
            ),
        ),
        responses=(
            ResponseCase(
                "default",
                "application/json",
                lambda: models.Pet,
                strategies.pet,
                "/paths/~1pets/post/responses/default/content/application~1json/schema",
            ),
        ),
    ),
)
