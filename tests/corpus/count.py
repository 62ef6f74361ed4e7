"""The operations of a document, counted without anything of the tool: by the OpenAPI text alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def raw(path: Path) -> Any:
    """A document as the standard library and PyYAML read it."""
    text = path.read_text("utf-8-sig")
    return json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)


def operations(document: Any) -> set[str]:
    """`GET /pets/{id}` for each operation below `paths`, those of a path item that is a reference included."""
    return {
        f"{method.upper()} {path}"
        for path, item in (document.get("paths") or {}).items()
        if path.startswith("/")
        for method in _METHODS
        if isinstance(_followed(document, item).get(method), dict)
    }


def _followed(document: Any, item: Any) -> dict[str, Any]:
    """A path item with what it refers to inside the document."""
    if not isinstance(item, dict):
        return {}
    reference = item.get("$ref")
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return item
    node = document
    for token in reference[2:].split("/"):
        node = node[token.replace("~1", "/").replace("~0", "~")]
    return {**_followed(document, node), **item}
