"""OpenAPI 3.0's own dialect of JSON Schema -> JSON Schema 2020-12.

What a pointer names before, it names afterwards, so that references keep their meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

_ONE = ("additionalProperties", "items", "not")
_LIST = ("allOf", "anyOf", "oneOf")
_NAMED = ("properties", "patternProperties")
_CLOSED_TO_NULL = ("allOf", "oneOf", "not")
_NULL = {"type": "null"}


def modern(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document with its schemas as JSON Schema 2020-12; one that is not OpenAPI 3.0 is left as it is."""
    if not str(document.get("openapi")).startswith("3.0"):
        return dict(document)
    components = cast("dict[str, Any]", document.get("components") or {})
    schemas = cast("dict[str, Any]", components.get("schemas") or {})
    return {
        **_members(document),
        "components": {**_members(components), "schemas": {name: _schema(schema) for name, schema in schemas.items()}},
    }


def _members(value: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _schema(member) if name == "schema" else _walked(member) for name, member in value.items()}


def _walked(value: object) -> object:
    """Anything but a schema: the schemas in it stand under `schema`."""
    match value:
        case dict():
            return _members(cast("dict[str, Any]", value))
        case list():
            return [_walked(item) for item in cast("list[object]", value)]
        case _:
            return value


def _schema(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    schema = dict(cast("dict[str, Any]", value))
    if isinstance(schema.get("$ref"), str):
        return {"$ref": schema["$ref"]}  # what stands beside a reference is ignored
    for keyword in _ONE:
        if keyword in schema:
            schema[keyword] = _schema(schema[keyword])
    for keyword in _LIST:
        if isinstance(schema.get(keyword), list):
            schema[keyword] = [_schema(member) for member in schema[keyword]]
    for keyword in _NAMED:
        if isinstance(schema.get(keyword), dict):
            schema[keyword] = {name: _schema(member) for name, member in schema[keyword].items()}
    _number_bounds(schema)
    if schema.pop("nullable", False) is True:
        _nullable(schema)
    return schema


def _number_bounds(schema: dict[str, Any]) -> None:
    """`exclusiveMinimum: true` says that `minimum` itself is out of bounds."""
    for exclusive, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(schema.get(exclusive), bool) and schema.pop(exclusive) and bound in schema:
            schema[exclusive] = schema.pop(bound)


def _nullable(schema: dict[str, Any]) -> None:
    """Let null through every keyword that would stop it."""
    if isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
    if isinstance(schema.get("enum"), list) and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    if isinstance(schema.get("anyOf"), list):
        schema["anyOf"] = [*schema["anyOf"], _NULL]
    if closed := {keyword: schema.pop(keyword) for keyword in _CLOSED_TO_NULL if keyword in schema}:
        schema["allOf"] = [{"anyOf": [_NULL, closed]}]
