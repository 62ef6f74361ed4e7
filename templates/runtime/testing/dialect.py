"""The schemas of an OpenAPI document, in its own dialect of JSON Schema -> JSON Schema 2020-12.

OpenAPI 3.0 has a dialect of its own. And in every version, a schema that has no `type` but keywords of one, such as
`properties`, is taken to mean that type: what all its readers do, although JSON Schema lets any other value through.

What a pointer names before, it names afterwards, so that references keep their meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, cast
from urllib.parse import quote, unquote

import jsonschema_rs

_ONE = (
    "additionalProperties",
    "contains",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
)
_LIST = ("allOf", "anyOf", "oneOf", "prefixItems")
_NAMED = ("$defs", "dependentSchemas", "patternProperties", "properties")
_CLOSED_TO_NULL = ("allOf", "oneOf", "not")
_NULL = {"type": "null"}
_OF_REFERENCES = "/#~:?&=!$'()*+,;@[]"
_TYPES_OF_KEYWORDS = {
    "object": (
        "properties",
        "additionalProperties",
        "required",
        "minProperties",
        "maxProperties",
        "dependentRequired",
        "dependentSchemas",
        "patternProperties",
        "propertyNames",
        "unevaluatedProperties",
    ),
    "array": ("items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains", "unevaluatedItems"),
    "string": ("minLength", "maxLength", "pattern"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
}
_DECIDING = ("type", "$ref", "allOf", "anyOf", "oneOf", "enum", "const")


def modern(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document with its schemas as JSON Schema 2020-12."""
    return _Dialect(old=str(document.get("openapi")).startswith("3.0")).document(document)


class _Dialect:
    """Translates the schemas of one document; `old` ones are those of OpenAPI 3.0."""

    def __init__(self, *, old: bool) -> None:
        self._old = old

    def document(self, document: Mapping[str, Any]) -> dict[str, Any]:
        components = cast("dict[str, Any]", document.get("components") or {})
        schemas = cast("dict[str, Any]", components.get("schemas") or {})
        translated = {name: self._schema(schema) for name, schema in schemas.items()}
        return {**self._members(document), "components": {**self._members(components), "schemas": translated}}

    def _members(self, value: Mapping[str, Any]) -> dict[str, Any]:
        return {name: self._member(name, held) for name, held in value.items()}

    def _member(self, name: str, held: object) -> object:
        match name, held:
            case "schema", _:
                return self._schema(held)
            case "content", dict():
                contents = cast("dict[str, object]", held)
                return {media_type: self._content(content) for media_type, content in contents.items()}
            case _:
                return self._walked(held)

    def _content(self, value: object) -> object:
        """A media type; without a schema it takes anything."""
        walked = self._walked(value)
        return {"schema": True, **cast("dict[str, object]", walked)} if isinstance(walked, dict) else walked

    def _walked(self, value: object) -> object:
        """Anything but a schema: the schemas in it stand under `schema`."""
        match value:
            case dict():
                return self._members(cast("dict[str, Any]", value))
            case list():
                return [self._walked(item) for item in cast("list[object]", value)]
            case _:
                return value

    def _schema(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        schema = dict(cast("dict[str, Any]", value))
        if self._old and isinstance(schema.get("$ref"), str):
            schema = {"$ref": schema["$ref"]}  # what stands beside a reference is ignored
        if isinstance(schema.get("$ref"), str):
            schema["$ref"] = quote(unquote(schema["$ref"]), safe=_OF_REFERENCES)
        for keyword in _ONE:
            if keyword in schema:
                schema[keyword] = self._schema(schema[keyword])
        for keyword in _LIST:
            if isinstance(schema.get(keyword), list):
                schema[keyword] = [self._schema(member) for member in schema[keyword]]
        for keyword in _NAMED:
            if isinstance(schema.get(keyword), dict):
                schema[keyword] = {name: self._schema(member) for name, member in schema[keyword].items()}
        if isinstance(pattern := schema.get("pattern"), str) and not runs(pattern):
            del schema["pattern"]  # what nobody can run says nothing
        if isinstance(patterns := schema.get("patternProperties"), dict):
            named = cast("dict[str, Any]", patterns)
            schema["patternProperties"] = {pattern: held for pattern, held in named.items() if runs(pattern)}
        _imply_type(schema)
        if self._old:
            _number_bounds(schema)
            if schema.pop("nullable", False) is True:
                _nullable(schema)
        return schema


@cache
def runs(pattern: str) -> bool:
    """Whether the expression of a `pattern` can be run: `(` cannot, and `^.{0,262144}$` is too big."""
    try:
        jsonschema_rs.Draft202012Validator({"pattern": pattern})
    except jsonschema_rs.ValidationError:
        return False
    return True


def _imply_type(schema: dict[str, Any]) -> None:
    """Give a schema the types that its keywords speak of, unless something else decides on them."""
    if not any(keyword in schema for keyword in _DECIDING):
        implied = [type_ for type_, keywords in _TYPES_OF_KEYWORDS.items() if any(word in schema for word in keywords)]
        if implied:
            schema["type"] = implied


def _number_bounds(schema: dict[str, Any]) -> None:
    """`exclusiveMinimum: true` says that `minimum` itself is out of bounds."""
    for exclusive, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(schema.get(exclusive), bool) and schema.pop(exclusive) and bound in schema:
            schema[exclusive] = schema.pop(bound)


def _nullable(schema: dict[str, Any]) -> None:
    """Let null through every keyword that would stop it."""
    types: Any = schema.get("type")
    if isinstance(types, str | list):
        schema["type"] = [*([types] if isinstance(types, str) else types), "null"]
    if isinstance(schema.get("enum"), list) and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    if isinstance(schema.get("anyOf"), list):
        schema["anyOf"] = [*schema["anyOf"], _NULL]
    if closed := {keyword: schema.pop(keyword) for keyword in _CLOSED_TO_NULL if keyword in schema}:
        schema["allOf"] = [{"anyOf": [_NULL, closed]}]
