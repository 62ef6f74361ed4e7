"""Ways to write a document anew that mean the same: each maps a document to one that says no more and no less."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

Change = Callable[[Any], Any]

_ONE = (
    "items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "unevaluatedProperties",
    "unevaluatedItems",
)  # fmt: skip
_LIST = ("allOf", "anyOf", "oneOf", "prefixItems")
_MAP = ("properties", "patternProperties", "dependentSchemas", "$defs")
_UNTOUCHED = ("example", "examples", "default", "x-specwright-streams")
_ANNOTATIONS = ("description", "deprecated", "readOnly", "writeOnly", "nullable")
_BOUNDS = ("minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems")


def wrap_in_all_of(document: Any) -> Any:
    """Every schema is the only member of an `allOf`; what is said of the member that has it stays where it is."""

    def wrap(schema: Any) -> Any:
        if not isinstance(schema, dict):
            return schema
        told = {key: value for key, value in schema.items() if key in _ANNOTATIONS}
        return {"allOf": [{key: value for key, value in schema.items() if key not in told}], **told}

    return changed(document, wrap)


def inline_components(document: Any) -> Any:
    """Every reference to a component that does not refer to anything is replaced by it."""
    components: dict[str, Any] = document.get("components", {}).get("schemas", {})
    plain = {
        f"#/components/schemas/{name}": schema
        for name, schema in components.items()
        if "$ref" not in str(schema) and not _is_mapped(document)
    }
    return changed(document, lambda schema: plain.get(_reference(schema), schema))


def extract_components(document: Any) -> Any:
    """Every schema that is no reference becomes a component of its own."""
    extracted: dict[str, Any] = {}

    def extract(schema: Any) -> Any:
        if not isinstance(schema, dict) or "$ref" in schema or set(_ANNOTATIONS) & set(schema):
            return schema
        name = f"Extracted{len(extracted)}"
        extracted[name] = schema
        return {"$ref": f"#/components/schemas/{name}"}

    found = changed(document, extract)
    components = found.get("components", {})
    return {**found, "components": {**components, "schemas": {**components.get("schemas", {}), **extracted}}}


def rename_components(document: Any) -> Any:
    """Every component has another name; mappings of discriminators follow, and names that stand for values are kept."""

    def renamed(node: Any) -> Any:
        if isinstance(node, str) and node.startswith("#/components/schemas/"):
            head, _, name = node.rpartition("/")
            return f"{head}/{new(name)}"
        if isinstance(node, dict):
            return {key: renamed(value) for key, value in node.items()}
        return [renamed(value) for value in node] if isinstance(node, list) else node

    def new(name: str) -> str:
        return name if _is_mapped(document) else f"Renamed{name}"

    found = renamed(document)
    components = found.get("components", {})
    schemas = {new(name): schema for name, schema in components.get("schemas", {}).items()}
    return {**found, "components": {**components, "schemas": schemas}} if schemas else found


def reverse_order(document: Any) -> Any:
    """Whatever has no order of its own comes the other way round."""

    def reverse(schema: Any) -> Any:
        if not isinstance(schema, dict):
            return schema
        lists = {key: schema[key][::-1] for key in ("enum", "required", "anyOf", "allOf") if key in schema}
        kinds = {"type": schema["type"][::-1]} if isinstance(schema.get("type"), list) else {}
        maps = {key: dict(reversed(schema[key].items())) for key in ("properties",) if key in schema}
        return dict(reversed({**schema, **lists, **kinds, **maps}.items()))

    found = changed(document, reverse)
    return {**found, "paths": dict(reversed(found.get("paths", {}).items()))}


def exchange_const_and_enum(document: Any) -> Any:
    """A `const` is a list of one value, and such a list is a `const`."""

    def exchange(schema: Any) -> Any:
        if not isinstance(schema, dict):
            return schema
        rest = {key: value for key, value in schema.items() if key not in ("const", "enum")}
        if "const" in schema and "enum" not in schema:
            return {**rest, "enum": [schema["const"]]}
        if len(schema.get("enum", [])) == 1 and "const" not in schema:
            return {**rest, "const": schema["enum"][0]}
        return schema

    return changed(document, exchange) if _is_modern(document) else document


def part_null(document: Any) -> Any:
    """A list of types with null is an `anyOf` with null."""

    def part(schema: Any) -> Any:
        kinds = schema.get("type") if isinstance(schema, dict) else None
        if not isinstance(kinds, list) or "null" not in kinds or len(kinds) != 2 or "enum" in schema:
            return schema
        kept = {key: value for key, value in schema.items() if key != "type"}
        outside = {key: kept.pop(key) for key in _ANNOTATIONS if key in kept}
        other = next(kind for kind in kinds if kind != "null")
        return {"anyOf": [{"type": other, **kept}, {"type": "null"}], **outside}

    return changed(document, part)


def move_bounds(document: Any) -> Any:
    """Bounds stand beside an `anyOf` with null, and no longer inside it."""

    def move(schema: Any) -> Any:
        if not isinstance(schema, dict) or {"type": "null"} not in schema.get("anyOf", []):
            return schema
        if len(schema["anyOf"]) != 2 or set(schema) & set(_BOUNDS):
            return schema
        inner = next(each for each in schema["anyOf"] if each != {"type": "null"})
        bounds = {key: inner[key] for key in _BOUNDS if key in inner}
        rest = {key: value for key, value in inner.items() if key not in bounds}
        return {**schema, "anyOf": [rest, {"type": "null"}], **bounds}

    return changed(document, move)


def modernise(document: Any) -> Any:
    """A document of OpenAPI 3.0 says the same in 3.1."""
    if _is_modern(document):
        return document

    def modern(schema: Any) -> Any:
        if not isinstance(schema, dict):
            return schema
        found = {key: value for key, value in schema.items() if key != "nullable"}
        for exclusive, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
            if found.pop(exclusive, False):
                found[exclusive] = found.pop(bound)
        if schema.get("nullable") and isinstance(schema.get("type"), str):
            found["type"] = [schema["type"], "null"]
        elif schema.get("nullable"):
            told = {key: found.pop(key) for key in _ANNOTATIONS if key in found}
            found = {"anyOf": [found, {"type": "null"}], **told}
        return found

    return {**changed(document, modern), "openapi": "3.1.0"}


def rename_path_variables(document: Any) -> Any:
    """Every variable of a path has another name."""

    def renamed(node: Any) -> Any:
        if isinstance(node, dict):
            found = {key: renamed(value) for key, value in node.items()}
            return {**found, "name": f"{node['name']}_x"} if node.get("in") == "path" else found
        return [renamed(value) for value in node] if isinstance(node, list) else node

    paths = {re.sub(r"\{([^}]*)\}", r"{\1_x}", path): item for path, item in document.get("paths", {}).items()}
    return renamed({**document, "paths": paths})


def swap_case_of_headers(document: Any) -> Any:
    """Names of headers are written with the other case."""

    def swapped(node: Any) -> Any:
        if isinstance(node, list):
            return [swapped(value) for value in node]
        if not isinstance(node, dict):
            return node
        found = {key: swapped(value) for key, value in node.items()}
        if node.get("in") == "header" and "schema" in node:
            found["name"] = node["name"].swapcase()
        if isinstance(node.get("headers"), dict) and ("description" in node or "content" in node):
            found["headers"] = {name.swapcase(): value for name, value in found["headers"].items()}
        return found

    kept = {key: value for key, value in document.items() if key in ("components",)}
    return {**swapped({key: value for key, value in document.items() if key not in kept}), **kept}


REWRITES: tuple[Change, ...] = (
    wrap_in_all_of, inline_components, extract_components, rename_components, reverse_order, exchange_const_and_enum,
    part_null, move_bounds, modernise, rename_path_variables, swap_case_of_headers,
)  # fmt: skip


def changed(document: Any, change: Change) -> Any:
    """A document with each of its schemas changed, the innermost first."""
    if isinstance(document, list):
        return [changed(each, change) for each in document]
    if not isinstance(document, dict):
        return document
    return dict(_changed_members(document, change))


def _changed_members(node: dict[str, Any], change: Change) -> Iterator[tuple[str, Any]]:
    for key, value in node.items():
        if key in _UNTOUCHED:
            yield key, value
        elif key == "schema":
            yield key, changed_schema(value, change)
        elif key == "schemas" and isinstance(value, dict):
            yield key, {name: changed_schema(schema, change) for name, schema in value.items()}
        else:
            yield key, changed(value, change)


def changed_schema(schema: Any, change: Change) -> Any:
    """A schema with each of those inside it changed, and then itself."""
    if not isinstance(schema, dict):
        return change(schema)
    found = dict(schema)
    for key, value in schema.items():
        if key in _ONE:
            found[key] = changed_schema(value, change)
        elif key in _LIST:
            found[key] = [changed_schema(each, change) for each in value]
        elif key in _MAP:
            found[key] = {name: changed_schema(each, change) for name, each in value.items()}
    return change(found)


def _reference(schema: Any) -> str:
    """What a schema refers to that says nothing else; empty if it says more."""
    return str(schema["$ref"]) if isinstance(schema, dict) and set(schema) == {"$ref"} else ""


def _is_mapped(document: Any) -> bool:
    """Whether names of components may be values: there is a discriminator."""
    return "discriminator" in str(document)


def _is_modern(document: Any) -> bool:
    return not str(document["openapi"]).startswith("3.0")
