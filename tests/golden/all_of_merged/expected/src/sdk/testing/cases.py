"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.testing.case import Case, SchemaCase

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Alias", lambda: models.Alias, strategies.alias, "/components/schemas/Alias"),
    SchemaCase("Dog", lambda: models.Dog, strategies.dog, "/components/schemas/Dog"),
    SchemaCase("Named", lambda: models.Named, strategies.named, "/components/schemas/Named"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = ()
