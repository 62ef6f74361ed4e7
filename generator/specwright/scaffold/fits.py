"""Whether a schema of a document admits samples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import jsonschema_rs

from specwright.read.json_text import JsonValue
from specwright.scaffold.document import Known
from specwright.scaffold.infer import Schema


def fits(document: Known, schema: Schema, values: Iterable[JsonValue]) -> bool:
    """Whether the schema, its references followed within the document, admits every value.

    A schema that cannot be compiled admits nothing, and `nullable` is not heard: to say no is always safe here.
    """
    whole: dict[str, Any] = {**schema, "components": document.value.get("components")}
    kind = jsonschema_rs.Draft4Validator if document.old else jsonschema_rs.Draft202012Validator
    try:
        validator = kind(whole, retriever=_nothing)
        return all(validator.is_valid(value) for value in values)
    except (ValueError, jsonschema_rs.ReferencingError):
        return False


def _nothing(address: str) -> Any:
    """Nothing is fetched."""
    raise ValueError(address)
