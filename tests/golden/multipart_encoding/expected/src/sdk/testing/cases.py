"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.forms import Encoding
from .._runtime.testing.case import BodyCase, Case, ResponseCase, SchemaCase

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Card", lambda: models.Card, strategies.card, "/components/schemas/Card"),
    SchemaCase("CardAt", lambda: models.CardAt, strategies.card_at),
    SchemaCase("CardCard", lambda: models.CardCard, strategies.card_card),
    SchemaCase("File", lambda: models.File, strategies.file, "/components/schemas/File"),
    SchemaCase("FileAbout", lambda: models.FileAbout, strategies.file_about),
    SchemaCase("FileRange", lambda: models.FileRange, strategies.file_range),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="default",
        name="add_file",
        method="POST",
        path="/files",
        bodies=(
            BodyCase(
                "multipart/form-data",
                lambda: models.File,
                strategies.file,
                "/paths/~1files/post/requestBody/content/multipart~1form-data/schema",
                arguments={
                    "file": "file",
                    "pages": "pages",
                    "about": "about",
                    "key": "key",
                    "note": "note",
                    "range": "range",
                    "ids": "ids",
                },
                optional=(
                    ("pages",),
                    ("about",),
                    ("about", "made"),
                    ("key",),
                    ("note",),
                    ("range",),
                    ("range", "from"),
                    ("range", "to"),
                    ("ids",),
                ),
                required=True,
                encodings={
                    "pages": Encoding("image/png"),
                    "file": Encoding("image/png, image/*"),
                    "about": Encoding("application/vnd.about+json"),
                    "note": Encoding("text/markdown"),
                    "range": Encoding(style="deepObject"),
                    "ids": Encoding(style="pipeDelimited", explode=False),
                },
                files=("file", "pages"),
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
    Case(
        tag="default",
        name="add_card",
        method="POST",
        path="/cards",
        bodies=(
            BodyCase(
                "application/x-www-form-urlencoded",
                lambda: models.Card,
                strategies.card,
                "/paths/~1cards/post/requestBody/content/application~1x-www-form-urlencoded/schema",
                arguments={
                    "name": "name",
                    "expand": "expand",
                    "card": "card",
                    "ids": "ids",
                    "raw": "raw",
                    "at": "at",
                },
                optional=(
                    ("name",),
                    ("expand",),
                    ("card",),
                    ("card", "number"),
                    ("card", "tags"),
                    ("ids",),
                    ("raw",),
                    ("at",),
                    ("at", "lat"),
                    ("at", "lon"),
                ),
                required=True,
                encodings={
                    "expand": Encoding(style="deepObject"),
                    "card": Encoding(style="deepObject"),
                    "ids": Encoding(style="form", explode=False),
                    "raw": Encoding("application/json"),
                    "at": Encoding(style="form"),
                    "name": Encoding(allow_reserved=True),
                },
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
    Case(
        tag="default",
        name="add_mixed",
        method="POST",
        path="/mixed",
        bodies=(
            BodyCase(
                "multipart/mixed",
                lambda: models.File,
                strategies.file,
                "/paths/~1mixed/post/requestBody/content/multipart~1mixed/schema",
                optional=(
                    ("pages",),
                    ("about",),
                    ("about", "made"),
                    ("key",),
                    ("note",),
                    ("range",),
                    ("range", "from"),
                    ("range", "to"),
                    ("ids",),
                ),
                encodings={"pages": Encoding("image/png")},
                files=("file", "pages"),
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
)
