"""What the references of a document lead to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import unquote


def target(document: Mapping[str, Any], reference: str) -> object:
    """What stands at the place that a reference names; None if there is nothing."""
    return standing(document, unquote(reference.removeprefix("#")))


def standing(document: Mapping[str, Any], pointer: str) -> object:
    """What stands at a JSON pointer; None if there is nothing."""
    node: object = document
    for token in pointer.split("/")[1:]:
        node = _child(node, token.replace("~1", "/").replace("~0", "~"))
    return node


def followed(document: Mapping[str, Any], value: object) -> object:
    """What a chain of references leads to, or the value itself if it is no reference; None if the chain has no end."""
    seen: set[str] = set()
    while isinstance(reference := _reference(value), str):
        if reference in seen:
            return None
        seen.add(reference)
        value = target(document, reference)
    return value


def _reference(value: object) -> object:
    return cast("dict[str, object]", value).get("$ref") if isinstance(value, dict) else None


def _child(node: object, name: str) -> object:
    """A member or an element; None of anything else."""
    if isinstance(node, list):
        return cast("list[object]", node)[int(name)]
    return cast("dict[str, object]", node).get(name) if isinstance(node, dict) else None
