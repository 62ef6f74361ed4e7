"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import strategies
from .. import models
from .._runtime.files import Upload
from .._runtime.testing.case import BodyCase, Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import integers, json_values, lists, text
from .._runtime.types import Integer

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Pet", lambda: models.Pet, strategies.pet, "/components/schemas/Pet"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="default",
        name="any_named_pet",
        method="GET",
        path="/pets",
        responses=(
            ResponseCase(
                "200",
                "*/*",
                lambda: models.Pet,
                strategies.pet,
                "/paths/~1pets/get/responses/200/content/*~1*/schema",
                structured=True,
            ),
        ),
    ),
    Case(
        tag="default",
        name="pets",
        method="PUT",
        path="/pets",
        bodies=(
            BodyCase(
                "application/*+json",
                lambda: models.Pet,
                strategies.pet,
                "/paths/~1pets/put/requestBody/content/application~1*+json/schema",
                required=True,
            ),
            BodyCase(
                "text/json",
                lambda: models.Pet,
                strategies.pet,
                "/paths/~1pets/put/requestBody/content/text~1json/schema",
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "text/plain",
                lambda: models.Pet,
                strategies.pet,
                "/paths/~1pets/put/responses/200/content/text~1plain/schema",
                structured=True,
            ),
            ResponseCase(
                "200",
                "application/json",
                lambda: models.Pet,
                strategies.pet,
                "/paths/~1pets/put/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "200",
                "application/vnd.list+json",
                lambda: list[models.Pet],
                lambda: lists(strategies.pet()),
                "/paths/~1pets/put/responses/200/content/application~1vnd.list+json/schema",
            ),
            ResponseCase(
                "404",
                "application/*",
                lambda: Any,
                json_values,
                "/paths/~1pets/put/responses/404/content/application~1*/schema",
            ),
        ),
    ),
    Case(
        tag="default",
        name="picture",
        method="GET",
        path="/pets/{id}/picture",
        parameters=(
            ParameterCase(
                "id",
                "id",
                "path",
                lambda: Integer,
                integers,
                required=True,
                pointer="/paths/~1pets~1{id}~1picture/get/parameters/0/schema",
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "image/*",
                lambda: Upload,
                text,
                "/paths/~1pets~1{id}~1picture/get/responses/200/content/image~1*/schema",
            ),
        ),
    ),
    Case(
        tag="default",
        name="set_picture",
        method="PUT",
        path="/pets/{id}/picture",
        parameters=(
            ParameterCase(
                "id",
                "id",
                "path",
                lambda: Integer,
                integers,
                required=True,
                pointer="/paths/~1pets~1{id}~1picture/put/parameters/0/schema",
            ),
        ),
        bodies=(
            BodyCase(
                "image/*",
                lambda: Upload,
                text,
                "/paths/~1pets~1{id}~1picture/put/requestBody/content/image~1*/schema",
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "*/*",
                lambda: str,
                text,
                "/paths/~1pets~1{id}~1picture/put/responses/200/content/*~1*/schema",
            ),
        ),
    ),
    Case(
        tag="default",
        name="count",
        method="GET",
        path="/count",
        responses=(
            ResponseCase(
                "200",
                "text/plain",
                lambda: Integer,
                integers,
                "/paths/~1count/get/responses/200/content/text~1plain/schema",
                structured=True,
            ),
        ),
    ),
    Case(
        tag="default",
        name="set_count",
        method="PUT",
        path="/count",
        bodies=(
            BodyCase(
                "text/plain",
                lambda: Integer,
                integers,
                "/paths/~1count/put/requestBody/content/text~1plain/schema",
                required=True,
                structured=True,
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/xml",
                lambda: models.Pet,
                strategies.pet,
                "/paths/~1count/put/responses/200/content/application~1xml/schema",
            ),
            ResponseCase(
                "200",
                "application/jsonl",
                lambda: Any,
                json_values,
                "/paths/~1count/put/responses/200/content/application~1jsonl/schema",
            ),
            ResponseCase(
                "200",
                "application/pdf",
                lambda: Any,
                json_values,
                "/paths/~1count/put/responses/200/content/application~1pdf/schema",
            ),
        ),
    ),
)
