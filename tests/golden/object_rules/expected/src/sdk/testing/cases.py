"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.testing.case import Case, SchemaCase

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase(
        "Contact", lambda: models.Contact, strategies.contact, "/components/schemas/Contact"
    ),
    SchemaCase("Labels", lambda: models.Labels, strategies.labels, "/components/schemas/Labels"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = ()
