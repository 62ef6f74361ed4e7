"""The rules: a module for each part of a document, a function for each change, named after what has changed."""

from __future__ import annotations

from specwright.diff.rules import (
    arrays,
    conditions,
    messages,
    numbers,
    objects,
    operations,
    parameters,
    strings,
    values,
)
from specwright.diff.rules.rule import declared

__all__ = ["arrays", "conditions", "messages", "numbers", "objects", "operations", "parameters", "strings", "values"]

RULES = declared()
"""Every rule there is."""
