"""The objects of an OpenAPI document by kind, each with its pointer: what rules iterate over.

Only places that the specification gives a kind are entered. Literal places (`example`, `default`, `enum`,
`const`, `x-...`) hold no objects of it, and a property that is called `items` or `$ref` is a property.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple, TypeAlias

from specwright.ir import escaped
from specwright.read.json_text import JsonValue
from specwright.read.load import Document
from specwright.read.references import Circular, External, Found, Missing, References, reference_of

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


class Node(NamedTuple):
    """An object of the document and its place; a schema may be `true` or `false`."""

    pointer: str
    value: dict[str, JsonValue]


class Held(Enum):
    """How a member holds objects: as itself, in an array, under names, or as itself or in an array."""

    ONE = "one"
    LIST = "list"
    MAP = "map"
    ONE_OR_LIST = "one or list"


Shape: TypeAlias = Mapping[str, tuple[Held, str]]

_CONTENT: Shape = {"content": (Held.MAP, "media_type")}
_PARAMETER: Shape = {"schema": (Held.ONE, "schema"), "examples": (Held.MAP, "example"), **_CONTENT}

SHAPES: Mapping[str, Shape] = {
    "document": {
        "paths": (Held.MAP, "path_item"),
        "webhooks": (Held.MAP, "path_item"),
        "components": (Held.ONE, "components"),
    },
    "components": {
        "schemas": (Held.MAP, "schema"),
        "responses": (Held.MAP, "response"),
        "parameters": (Held.MAP, "parameter"),
        "examples": (Held.MAP, "example"),
        "requestBodies": (Held.MAP, "request_body"),
        "headers": (Held.MAP, "header"),
        "securitySchemes": (Held.MAP, "security_scheme"),
        "links": (Held.MAP, "link"),
        "callbacks": (Held.MAP, "callback"),
        "pathItems": (Held.MAP, "path_item"),
        "mediaTypes": (Held.MAP, "media_type"),
    },
    "path_item": {
        **dict.fromkeys(METHODS, (Held.ONE, "operation")),
        "additionalOperations": (Held.MAP, "operation"),
        "parameters": (Held.LIST, "parameter"),
    },
    "operation": {
        "parameters": (Held.LIST, "parameter"),
        "requestBody": (Held.ONE, "request_body"),
        "responses": (Held.MAP, "response"),
        "callbacks": (Held.MAP, "callback"),
    },
    "parameter": _PARAMETER,
    "header": _PARAMETER,
    "request_body": _CONTENT,
    "response": {"headers": (Held.MAP, "header"), "links": (Held.MAP, "link"), **_CONTENT},
    "media_type": {
        "schema": (Held.ONE, "schema"),
        "itemSchema": (Held.ONE, "schema"),
        "examples": (Held.MAP, "example"),
        "encoding": (Held.MAP, "encoding"),
    },
    "encoding": {"headers": (Held.MAP, "header")},
    "schema": {
        **dict.fromkeys(("properties", "patternProperties", "dependentSchemas", "$defs"), (Held.MAP, "schema")),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), (Held.LIST, "schema")),
        **dict.fromkeys(
            ("additionalProperties", "not", "contains", "propertyNames", "if", "then", "else", "contentSchema"),
            (Held.ONE, "schema"),
        ),
        **dict.fromkeys(("unevaluatedItems", "unevaluatedProperties"), (Held.ONE, "schema")),
        "items": (Held.ONE_OR_LIST, "schema"),
    },
    "example": {},
    "link": {},
    "security_scheme": {},
}
"""For each kind of object, which of its members hold objects of which kind. A callback is a map of path items."""

_EXTENSIBLE = frozenset({"path_item", "response"})
"""Kinds whose map, `paths` or `responses`, may have members called `x-...` that are none of them."""


class Operation(NamedTuple):
    """An operation of a path, a webhook or a callback: the place of it and of its path item, references followed.

    Of a webhook, `path` is the name; of a callback, the expression that gives the URL.
    """

    path: str
    method: str
    pointer: str
    value: dict[str, JsonValue]
    item: Node

    @property
    def title(self) -> str:
        """`GET /pets/{petId}`, for messages."""
        return f"{self.method.upper()} {self.path}"


@dataclass(frozen=True)
class Outline:
    """A document, taken apart once for all rules."""

    document: Document

    @cached_property
    def references(self) -> References:
        """The references of the document."""
        return References(self.document)

    @cached_property
    def nodes(self) -> Mapping[str, list[Node]]:
        """Every object of the document, by kind, in the order of the text."""
        found: dict[str, list[Node]] = {kind: [] for kind in (*SHAPES, "callback")}
        for kind, node in inside("document", Node("", self.document.value)):
            found[kind].append(node)
        return found

    @cached_property
    def dangling(self) -> list[Missing | External | Circular]:
        """What has become of the references of the document that lead to nothing."""
        return [outcome for nodes in self.nodes.values() for node in nodes for outcome in self._dangling(node)]

    def _dangling(self, node: Node) -> Iterator[Missing | External | Circular]:
        if "$ref" in node.value:
            outcome = self.references.find(node.value, node.pointer)
            if not isinstance(outcome, Found):
                yield outcome

    @cached_property
    def path_items(self) -> list[tuple[str, Node]]:
        """Each path and its item, references followed; a path whose item cannot be found is left out."""
        paths: JsonValue = self.document.value.get("paths")
        return list(self._path_items(paths)) if isinstance(paths, dict) else []

    def _path_items(self, paths: dict[str, JsonValue]) -> Iterator[tuple[str, Node]]:
        for path, item in self.members(Node("/paths", paths)):
            if path.startswith("/"):
                yield path, item

    def members(self, node: Node) -> Iterator[tuple[str, Node]]:
        """The members of a map of objects that are no extensions, references followed, unresolvable ones left out."""
        for name, value in node.value.items():
            if isinstance(value, dict) and not name.startswith("x-"):
                found = self.resolved(Node(_below(node.pointer, name), value))
                if found is not None:
                    yield name, found

    @cached_property
    def operations(self) -> list[Operation]:
        """Every operation under `paths`."""
        return [operation for path, item in self.path_items for operation in operations_of(path, item)]

    def parameters(self, owner: Node) -> Iterator[Node]:
        """The parameters that a path item or operation lists, references followed, unresolvable ones left out."""
        listed = owner.value.get("parameters")
        if not isinstance(listed, list):
            return
        for index, value in enumerate(listed):
            if isinstance(value, dict):
                found = self.resolved(Node(f"{owner.pointer}/parameters/{index}", value))
                if found is not None:
                    yield found

    def resolved(self, node: Node) -> Node | None:
        """The object at the end of a chain of references, `None` if there is none."""
        if reference_of(node.value) is None:
            return node
        outcome = self.references.find(node.value, node.pointer)
        if isinstance(outcome, Found) and isinstance(outcome.value, dict):
            return Node(outcome.pointer, outcome.value)
        return None


def operations_of(path: str, item: Node) -> Iterator[Operation]:
    """The operations of a path item, those of methods that OpenAPI has no name for last."""
    for method, operation in item.value.items():
        if method in METHODS and isinstance(operation, dict):
            yield Operation(path, method, f"{item.pointer}/{method}", operation, item)
    additional = item.value.get("additionalOperations")
    for method, operation in additional.items() if isinstance(additional, dict) else ():
        if isinstance(operation, dict):
            yield Operation(path, method, _below(f"{item.pointer}/additionalOperations", method), operation, item)


def inside(kind: str, node: Node) -> Iterator[tuple[str, Node]]:
    """An object of a kind and all those inside it, each with its kind, in the order of the text."""
    stack = [(kind, node.pointer, node.value)]
    while stack:
        kind, pointer, value = stack.pop()
        yield kind, Node(pointer, value)
        stack.extend(reversed(list(_children(kind, pointer, value))))


def _children(kind: str, pointer: str, value: dict[str, JsonValue]) -> Iterator[tuple[str, str, dict[str, JsonValue]]]:
    if kind == "callback":
        yield from _held(value, Held.MAP, "path_item", pointer)
        return
    shape = SHAPES[kind]
    for name, member in value.items():
        if name in shape:
            held, child = shape[name]
            yield from _held(member, held, child, f"{pointer}/{name}")


def _held(value: JsonValue, held: Held, kind: str, pointer: str) -> Iterator[tuple[str, str, dict[str, JsonValue]]]:
    if isinstance(value, list) and held in (Held.LIST, Held.ONE_OR_LIST):
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield kind, f"{pointer}/{index}", item
    elif isinstance(value, dict) and held is not Held.MAP:
        if held is not Held.LIST:
            yield kind, pointer, value
    elif isinstance(value, dict):
        for name, item in value.items():
            if isinstance(item, dict) and not (kind in _EXTENSIBLE and name.startswith("x-")):
                yield kind, _below(pointer, name), item


def _below(pointer: str, name: str) -> str:
    # not through Location: a large document has hundreds of thousands of these
    return f"{pointer}/{escaped(name)}"
