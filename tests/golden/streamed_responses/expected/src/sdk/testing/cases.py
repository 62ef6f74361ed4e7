"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from . import strategies
from .. import models
from .._runtime.testing.case import BodyCase, Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import json_values, lists, text

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Fault", lambda: models.Fault, strategies.fault, "/components/schemas/Fault"),
    SchemaCase("Watch", lambda: models.Watch, strategies.watch, "/components/schemas/Watch"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="events",
        name="watch",
        method="POST",
        path="/events",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.Watch,
                strategies.watch,
                "/paths/~1events/post/requestBody/content/application~1json/schema",
                arguments={"since": "since"},
                optional=(("since",),),
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "text/event-stream",
                lambda: str,
                text,
                "/paths/~1events/post/responses/200/content/text~1event-stream/schema",
            ),
            ResponseCase(
                "4XX",
                "application/json",
                lambda: models.Fault,
                strategies.fault,
                "/paths/~1events/post/responses/4XX/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="events",
        name="export",
        method="GET",
        path="/export",
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: list[Any],
                lambda: lists(json_values()),
                "/paths/~1export/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "200",
                "application/x-ndjson",
                lambda: Any,
                json_values,
                "/paths/~1export/get/responses/200/content/application~1x-ndjson/schema",
            ),
            ResponseCase(
                "200",
                "*/*",
                lambda: Any,
                json_values,
                "/paths/~1export/get/responses/200/content/*~1*/schema",
            ),
        ),
    ),
    Case(
        tag="files",
        name="download",
        method="GET",
        path="/files/{name}",
        parameters=(
            ParameterCase(
                "name",
                "name",
                "path",
                lambda: Annotated[str, Field(min_length=1)],
                lambda: text(min_size=1),
                required=True,
                pointer="/paths/~1files~1{name}/get/parameters/0/schema",
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/octet-stream",
                lambda: Any,
                json_values,
                "/paths/~1files~1{name}/get/responses/200/content/application~1octet-stream/schema",
                headers=(
                    ParameterCase(
                        "ETag",
                        "ETag",
                        "header",
                        lambda: str,
                        text,
                        pointer="/paths/~1files~1{name}/get/responses/200/headers/ETag/schema",
                    ),
                ),
            ),
            ResponseCase(
                "404",
                "application/json",
                lambda: models.Fault,
                strategies.fault,
                "/paths/~1files~1{name}/get/responses/404/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="files",
        name="stat",
        method="HEAD",
        path="/files/{name}",
        parameters=(
            ParameterCase(
                "name",
                "name",
                "path",
                lambda: Annotated[str, Field(min_length=1)],
                lambda: text(min_size=1),
                required=True,
                pointer="/paths/~1files~1{name}/head/parameters/0/schema",
            ),
        ),
        responses=(ResponseCase("200"),),
    ),
    Case(
        tag="files",
        name="tail",
        method="GET",
        path="/log",
        responses=(
            ResponseCase(
                "200",
                "text/plain; charset=utf-16",
                lambda: str,
                text,
                "/paths/~1log/get/responses/200/content/text~1plain; charset=utf-16/schema",
            ),
        ),
    ),
)
