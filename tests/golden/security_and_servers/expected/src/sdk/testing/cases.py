"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from .._runtime.testing.case import Case, ResponseCase, SchemaCase

SCHEMAS: tuple[SchemaCase, ...] = ()

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="pets", name="list_pets", method="GET", path="/pets", responses=(ResponseCase("200"),)
    ),
    Case(tag="pets", name="health", method="GET", path="/health", responses=(ResponseCase("204"),)),
)
