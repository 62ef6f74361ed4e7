"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from . import strategies
from .. import models
from .._runtime.testing.case import Case, SchemaCase

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase(
        "Contact", lambda: models.Contact, strategies.contact, "/components/schemas/Contact"
    ),
    SchemaCase("Labels", lambda: models.Labels, strategies.labels, "/components/schemas/Labels"),
)

OPERATIONS: tuple[Case, ...] = ()
