"""Whether a schema of a document admits samples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import jsonschema_rs

from specwright.read.json_text import JsonValue
from specwright.scaffold.document import Known
from specwright.scaffold.infer import Schema

_PREFIX = "#/components/schemas/"


def fits(document: Known, name: str, values: Iterable[JsonValue]) -> bool:
    """Whether a component schema admits every value.

    One that cannot be compiled, or that refers to anything but component schemas, admits nothing: to say no is safe.
    """
    schemas: dict[str, Any] = {}
    _reach(document, name, schemas)
    whole: dict[str, Any] = {"$ref": _PREFIX + name, "components": {"schemas": schemas}}
    kind = jsonschema_rs.Draft4Validator if document.old else jsonschema_rs.Draft202012Validator
    try:
        validator = kind(whole, retriever=_nothing)
        return all(validator.is_valid(value) for value in values)
    except (ValueError, jsonschema_rs.ReferencingError):
        return False


def _nothing(address: str) -> Any:
    """Nothing is fetched."""
    raise ValueError(address)


def _reach(document: Known, name: str, schemas: dict[str, Any]) -> None:
    """Put a schema and all that it refers to among the `schemas`."""
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each not in schemas and each in document.components("schemas"):
            references: set[str] = set()
            schemas[each] = _heard(document.components("schemas")[each], document.old, references)
            waiting += [reference.removeprefix(_PREFIX) for reference in references]


def _heard(value: JsonValue, old: bool, references: set[str]) -> JsonValue:
    """A schema as JSON Schema says it, with `nullable` of OpenAPI 3.0; what it refers to is put in `references`."""
    if isinstance(value, list):
        return [_heard(item, old, references) for item in value]
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("$ref"), str):
        references.add(str(value["$ref"]))
    heard: Schema = {key: _heard(item, old, references) for key, item in value.items()}
    if not (old and value.get("nullable") is True):
        return heard
    return {"anyOf": [heard, {"type": "null"}]}
