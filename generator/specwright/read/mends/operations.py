"""Mends of paths, parameters and responses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl

from specwright.read.edit import Drop, Put, Rename
from specwright.read.json_text import JsonValue
from specwright.read.keywords import members, pointer_of, text
from specwright.read.mends.mended import Mended
from specwright.read.outline import Node, Outline
from specwright.read.references import Missing

_NEEDLESS = ("example", "link", "header", "callback")
_OF_A_SCHEMA = ("type", "format", "enum", "items", "default", "minimum", "maximum", "pattern", "minLength", "maxLength")


def path_without_slash(outline: Outline) -> Iterator[Mended]:
    """A path does not begin with a slash, which section 4.8.8 demands; it is appended to the base URL all the same."""
    paths = members(outline.document.value.get("paths"))
    for path in paths:
        if not path.startswith(("/", "x-")) and f"/{path}" not in paths:
            place = pointer_of("paths", path)
            message, edit = f"the path `{path}` has no slash in front", Rename(place, f"/{path}")
            yield Mended(place, message, f"Write `/{path}`.", edit)


def path_with_query(outline: Outline) -> Iterator[Mended]:
    """A path ends in a query whose variables are query parameters of its operations: these are sent anyway."""
    paths = members(outline.document.value.get("paths"))
    for path, item in outline.path_items:
        bare, _, query = path.partition("?")
        if query and bare not in paths and _variables(query) <= _query_parameters(outline, path, item):
            place = pointer_of("paths", path)
            message = f"the query of the path `{path}` is made of its query parameters"
            yield Mended(place, message, f"Write `{bare}`.", Rename(place, bare))


def _variables(query: str) -> frozenset[str]:
    """The names of a query's pairs; one whose value is no variable is no name of a parameter."""
    pairs = parse_qsl(query, keep_blank_values=True)
    return frozenset(name if re.fullmatch(r"\{[^{}]*\}|", value) else f"{name}={value}" for name, value in pairs)


def _query_parameters(outline: Outline, path: str, item: Node) -> frozenset[str]:
    """The query parameters that every operation of a path has."""
    named = [
        {
            text(node.value, "name")
            for owner in (item, Node(operation.pointer, operation.value))
            for node in outline.parameters(owner)
            if node.value.get("in") == "query"
        }
        for operation in outline.operations
        if operation.path == path
    ]
    return frozenset(set[str].intersection(*named)) if named else frozenset()


def parameter_without_schema(outline: Outline) -> Iterator[Mended]:
    """A parameter has neither `schema` nor `content`: what it says itself, as in OpenAPI 2.0, is its schema."""
    for node in (*outline.nodes["parameter"], *outline.nodes["header"]):
        if not {"$ref", "schema", "content"} & set(node.value):
            schema: dict[str, JsonValue] = {name: node.value[name] for name in _OF_A_SCHEMA if name in node.value}
            message = f"the parameter `{text(node.value, 'name')}` has no schema"
            yield Mended(node.pointer, message, "Add its `schema`.", Put(node.pointer, "schema", schema))


def parameter_repeated(outline: Outline) -> Iterator[Mended]:
    """A list has one parameter twice, word for word."""
    for kind in ("operation", "path_item"):
        for owner in outline.nodes[kind]:
            listed = owner.value.get("parameters")
            for index, value in enumerate(listed if isinstance(listed, list) else []):
                if isinstance(listed, list) and isinstance(value, dict) and value in listed[:index]:
                    place = f"{owner.pointer}/parameters/{index}"
                    yield Mended(place, "the parameter is there twice", "Remove one of the two.", Drop(place))


def responses_missing(outline: Outline) -> Iterator[Mended]:
    """An operation of OpenAPI 3.0 declares no `responses`: any answer without content may come."""
    for node in outline.nodes["operation"]:
        if not isinstance(node.value.get("responses"), dict) and _is_3_0(outline):
            any_answer: dict[str, JsonValue] = {"default": {"description": ""}}
            message, remedy = "the operation declares no responses", "Declare them."
            yield Mended(node.pointer, message, remedy, Put(node.pointer, "responses", any_answer))


def response_undescribed(outline: Outline) -> Iterator[Mended]:
    """A response has no `description`, which is prose only."""
    for node in outline.nodes["response"]:
        if not {"$ref", "description"} & set(node.value):
            edit = Put(node.pointer, "description", "")
            yield Mended(node.pointer, "the response has no description", "Describe it.", edit)


def status_spelled(outline: Outline) -> Iterator[Mended]:
    """The key of a response is `4xx` for `4XX`, or `Default` for `default`."""
    for node in outline.nodes["operation"]:
        declared = members(node.value.get("responses"))
        for status in declared:
            meant = status.lower() if status.lower() == "default" else status.upper()
            if meant != status and re.fullmatch(r"default|[1-5]XX", meant) and meant not in declared:
                place = node.pointer + pointer_of("responses", status)
                yield Mended(place, f"`{status}` means `{meant}`", f"Write `{meant}`.", Rename(place, meant))


def reference_to_nothing_needed(outline: Outline) -> Iterator[Mended]:
    """A reference to an example, a link, a header or a callback leads nowhere; what it names is left away."""
    dangling = {missing.pointer: missing for missing in outline.dangling if isinstance(missing, Missing)}
    for kind in _NEEDLESS:
        for node in outline.nodes[kind]:
            if missing := dangling.get(node.pointer):
                message = f"`{missing.reference}` names nothing in the document; the {kind} is ignored"
                yield Mended(node.pointer, message, "Define what it names, or remove it.", Drop(node.pointer))


def _is_3_0(outline: Outline) -> bool:
    return str(outline.document.value.get("openapi")).startswith("3.0")
