"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import strategies
from .. import models
from .._runtime.testing.case import BodyCase, Case, ResponseCase, SchemaCase
from .._runtime.testing.draw import json_values, lists, mapping, text

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase(
        "ChangeNotesRequest", lambda: models.ChangeNotesRequest, strategies.change_notes_request
    ),
    SchemaCase("Note", lambda: models.Note, strategies.note, "/components/schemas/Note"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="default",
        name="add_note",
        method="POST",
        path="/notes",
        bodies=(
            BodyCase(
                "application/x-www-form-urlencoded",
                lambda: models.Note,
                strategies.note,
                "/paths/~1notes/post/requestBody/content/application~1x-www-form-urlencoded/schema",
                optional=(("stars",), ("tags",)),
                required=True,
            ),
            BodyCase(
                "application/json",
                lambda: models.Note,
                strategies.note,
                "/paths/~1notes/post/requestBody/content/application~1json/schema",
                optional=(("stars",), ("tags",)),
                required=True,
            ),
            BodyCase(
                "text/markdown",
                lambda: str,
                text,
                "/paths/~1notes/post/requestBody/content/text~1markdown/schema",
                required=True,
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
    Case(
        tag="default",
        name="change_notes",
        method="PATCH",
        path="/notes",
        bodies=(
            BodyCase(
                "application/merge-patch+json",
                lambda: models.ChangeNotesRequest,
                strategies.change_notes_request,
                "/paths/~1notes/patch/requestBody/content/application~1merge-patch+json/schema",
                optional=(("text",),),
            ),
            BodyCase(
                "application/json-patch+json",
                lambda: list[models.Note],
                lambda: lists(strategies.note()),
                "/paths/~1notes/patch/requestBody/content/application~1json-patch+json/schema",
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
    Case(
        tag="default",
        name="replace_notes",
        method="PUT",
        path="/notes",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.Note,
                strategies.note,
                "/paths/~1notes/put/requestBody/content/application~1json/schema",
                optional=(("stars",), ("tags",)),
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
    Case(
        tag="default",
        name="add_picture",
        method="POST",
        path="/pictures",
        bodies=(
            BodyCase(
                "image/*",
                lambda: Any,
                json_values,
                "/paths/~1pictures/post/requestBody/content/image~1*/schema",
                required=True,
            ),
            BodyCase(
                "application/*+json",
                lambda: dict[str, Any],
                lambda: mapping(json_values()),
                "/paths/~1pictures/post/requestBody/content/application~1*+json/schema",
                required=True,
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
)
