"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.testing.case import Case, SchemaCase

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Codes", lambda: models.Codes, strategies.codes, "/components/schemas/Codes"),
    SchemaCase("Kind", lambda: models.Kind, strategies.kind, "/components/schemas/Kind"),
    SchemaCase("Nested", lambda: models.Nested, strategies.nested, "/components/schemas/Nested"),
    SchemaCase("Tag", lambda: models.Tag, strategies.tag, "/components/schemas/Tag"),
    SchemaCase("Tree", lambda: models.Tree, strategies.tree, "/components/schemas/Tree"),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = ()
