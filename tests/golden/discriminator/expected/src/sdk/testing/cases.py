"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from . import strategies
from .. import models
from .._runtime.kinds import Told
from .._runtime.testing.case import Case, ResponseCase, SchemaCase
from .._runtime.testing.draw import one_of
from .._runtime.types import Growing, OneOf
from .document import valid

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Animal", lambda: models.Animal, strategies.animal, "/components/schemas/Animal"),
    SchemaCase("Cat", lambda: models.Cat, strategies.cat, "/components/schemas/Cat"),
    SchemaCase("Dog", lambda: models.Dog, strategies.dog, "/components/schemas/Dog"),
    SchemaCase("Owner", lambda: models.Owner, strategies.owner, "/components/schemas/Owner"),
    SchemaCase("Robot", lambda: models.Robot, strategies.robot, "/components/schemas/Robot"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="pets",
        name="get_pet",
        method="GET",
        path="/pet",
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: Annotated[
                    OneOf[
                        Annotated[
                            OneOf[models.Cat, models.Dog],
                            Told(
                                "kind", {"kitten": models.Cat, "Dog": models.Dog}, exactly_one=True
                            ),
                        ],
                        models.Robot,
                    ]
                    | dict[str, Any],
                    Growing(),
                ],
                lambda: valid(
                    "/paths/~1pet/get/responses/200/content/application~1json/schema",
                    one_of(one_of(strategies.cat(), strategies.dog()), strategies.robot()),
                ),
                "/paths/~1pet/get/responses/200/content/application~1json/schema",
            ),
        ),
    ),
)
