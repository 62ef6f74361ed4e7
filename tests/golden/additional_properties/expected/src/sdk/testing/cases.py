"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.testing.case import Case, SchemaCase

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase(
        "Anything", lambda: models.Anything, strategies.anything, "/components/schemas/Anything"
    ),
    SchemaCase("Closed", lambda: models.Closed, strategies.closed, "/components/schemas/Closed"),
    SchemaCase(
        "FreeForm", lambda: models.FreeForm, strategies.free_form, "/components/schemas/FreeForm"
    ),
    SchemaCase("Map", lambda: models.Map, strategies.map, "/components/schemas/Map"),
    SchemaCase("Open", lambda: models.Open, strategies.open, "/components/schemas/Open"),
    SchemaCase("Typed", lambda: models.Typed, strategies.typed, "/components/schemas/Typed"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = ()
