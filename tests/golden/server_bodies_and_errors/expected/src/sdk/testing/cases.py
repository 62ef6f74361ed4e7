"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.testing.case import BodyCase, Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import integers, lists, text
from .._runtime.types import Integer

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("File", lambda: models.File, strategies.file, "/components/schemas/File"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(tag="app", name="routes", method="PUT", path="/routes", responses=(ResponseCase("200"),)),
    Case(
        tag="errors",
        name="upload",
        method="POST",
        path="/files/{owner}.{ending}",
        parameters=(
            ParameterCase(
                "owner",
                "owner",
                "path",
                lambda: str,
                text,
                required=True,
                pointer="/paths/~1files~1{owner}.{ending}/post/parameters/0/schema",
            ),
            ParameterCase(
                "ending",
                "ending",
                "path",
                lambda: str,
                text,
                required=True,
                pointer="/paths/~1files~1{owner}.{ending}/post/parameters/1/schema",
            ),
            ParameterCase(
                "x_trace",
                "X-Trace",
                "header",
                lambda: Integer,
                integers,
                required=True,
                pointer="/paths/~1files~1{owner}.{ending}/post/parameters/2/schema",
            ),
            ParameterCase(
                "sid",
                "sid",
                "cookie",
                lambda: list[str],
                lambda: lists(text()),
                style="form",
                pointer="/paths/~1files~1{owner}.{ending}/post/parameters/3/schema",
            ),
        ),
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.File,
                strategies.file,
                "/paths/~1files~1{owner}.{ending}/post/requestBody/content/application~1json/schema",
                optional=(("size",),),
            ),
            BodyCase(
                "application/x-www-form-urlencoded",
                lambda: models.File,
                strategies.file,
                "/paths/~1files~1{owner}.{ending}/post/requestBody/content/application~1x-www-form-urlencoded/schema",
                optional=(("size",),),
            ),
            BodyCase(
                "text/plain",
                lambda: str,
                text,
                "/paths/~1files~1{owner}.{ending}/post/requestBody/content/text~1plain/schema",
            ),
        ),
        responses=(
            ResponseCase(
                "201",
                "application/json",
                lambda: models.File,
                strategies.file,
                "/paths/~1files~1{owner}.{ending}/post/responses/201/content/application~1json/schema",
            ),
            ResponseCase("202"),
            ResponseCase("404"),
            ResponseCase(
                "429",
                "text/plain",
                lambda: str,
                text,
                "/paths/~1files~1{owner}.{ending}/post/responses/429/content/text~1plain/schema",
            ),
            ResponseCase(
                "default",
                "application/json",
                lambda: models.File,
                strategies.file,
                "/paths/~1files~1{owner}.{ending}/post/responses/default/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="unimplemented",
        name="result",
        method="GET",
        path="/routes",
        responses=(ResponseCase("302"),),
    ),
)
