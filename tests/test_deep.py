"""A document that nests as deep as one may is generated, and what comes of it can be used."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from specwright.read.yaml_text import DEPTH

NESTS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "Lists": lambda inner: {"type": "array", "items": inner},
    "Lists or null": lambda inner: {"type": ["array", "null"], "items": inner},
    "Tuples": lambda inner: {"type": "array", "prefixItems": [inner]},
    "Contains": lambda inner: {"type": "array", "contains": inner},
    "Other items": lambda inner: {"type": "array", "unevaluatedItems": inner},
    "Objects": lambda inner: {"type": "object", "properties": {"a": inner}},
    "Maps": lambda inner: {"type": "object", "additionalProperties": inner},
    "Both": lambda inner: {"type": "object", "properties": {"b": {"type": "null"}}, "additionalProperties": inner},
    "Patterns": lambda inner: {"type": "object", "patternProperties": {"^a": inner}},
    "Names": lambda inner: {"type": "object", "propertyNames": inner},
    "Others": lambda inner: {"type": "object", "unevaluatedProperties": inner},
    "Dependent": lambda inner: {"type": "object", "dependentSchemas": {"a": inner}},
    "Any": lambda inner: {"anyOf": [inner, {"type": "integer"}]},
    "One": lambda inner: {"oneOf": [inner, {"type": "integer"}]},
    "All": lambda inner: {"allOf": [inner, {"description": "More."}]},
    "Not": lambda inner: {"not": inner},
    "If": lambda inner: {"if": inner, "then": {"type": "integer"}},
    "Then": lambda inner: {"if": {"type": "integer"}, "then": inner},
    "Else": lambda inner: {"if": {"type": "integer"}, "else": inner},
    "Mixed": lambda inner: {
        "type": "object",
        "properties": {"a": {"type": "array", "items": {"anyOf": [{"prefixItems": [inner]}, {"type": "null"}]}}},
    },
}
USED = """
import sys
from pydantic import TypeAdapter, ValidationError
from deep import models
for name in sys.argv[1:]:
    adapter = TypeAdapter(getattr(models, name))
    for value in (None, [], {}, [[]], {"a": {}}, "a", 1):
        try:
            adapter.validate_python(value)
        except ValidationError:
            pass
"""


def depth(value: Any) -> int:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inside), default=0) if isinstance(value, dict | list) else 1


def nested(nest: Callable[[Any], dict[str, Any]], most: int) -> dict[str, Any]:
    """A string in as many of something as fit."""
    inner: dict[str, Any] = {"type": "string"}
    while depth(outer := nest(inner)) <= most:
        inner = outer
    return inner


def test_what_is_as_deep_as_it_may_be_can_be_used(tmp_path: Path) -> None:
    schemas = {name.title().replace(" ", ""): nested(nest, DEPTH - 4) for name, nest in NESTS.items()}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Deep", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    assert depth(document) >= DEPTH - 1
    (tmp_path / "deep.json").write_text(json.dumps(document))
    command = [sys.executable, "-m", "specwright", "generate", "deep.json", "-o", "out", "--package", "deep"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    used = [sys.executable, "-c", USED, *schemas]
    subprocess.run(used, cwd=tmp_path / "out" / "src", check=True, timeout=300)
