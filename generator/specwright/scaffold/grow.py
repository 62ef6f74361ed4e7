"""A plan -> the document with it: new mappings along the way, and all else the very objects that were there."""

from __future__ import annotations

from collections.abc import Sequence

from specwright.read.json_text import JsonValue
from specwright.scaffold.document import mapping
from specwright.scaffold.infer import Schema
from specwright.scaffold.operation import Plan


def grown(value: Schema, plan: Plan) -> Schema:
    """The document with a new operation and its components."""
    value = put(value, ["paths", plan.path, plan.method], plan.operation)
    for kind, components in (("schemas", plan.schemas), ("securitySchemes", plan.schemes)):
        for name, component in components.items():
            value = put(value, ["components", kind, name], component)
    return value


def put(value: JsonValue, tokens: Sequence[str], new: JsonValue) -> Schema:
    """A mapping in which a place holds something else; places on the way that are not there are made."""
    key, *rest = tokens
    inner = mapping(value).get(key)
    if isinstance(inner, list) and rest:
        index, *further = rest
        item = put(inner[int(index)], further, new) if further else new
        return {**mapping(value), key: [*inner[: int(index)], item, *inner[int(index) + 1 :]]}
    return {**mapping(value), key: put(inner, rest, new) if rest else new}
