"""The schemas inside components that references name by their place: each has a name of its own, made from that place.

So it is one schema wherever it is used, and may hold itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specwright import naming
from specwright.read.json_text import JsonValue
from specwright.read.keywords import pointer_of, tokens
from specwright.read.outline import Outline
from specwright.read.references import Found

_STEPS = {"items": "Item", "additionalProperties": "Value", "not": "Not", "if": "If", "then": "Then", "else": "Else"}
_NAMED = ("properties", "patternProperties", "$defs", "dependentSchemas")
_NUMBERED = {"anyOf": "Variant", "oneOf": "Variant", "allOf": "Part", "prefixItems": "Item"}
_HOLDING = (*_NAMED, *_NUMBERED, "items", "additionalProperties")


def inner_names(outline: Outline, components: Mapping[str, str]) -> dict[str, str]:
    """Pointer -> class name of each schema inside a component that a reference leads to and that holds others.

    `components` has the names of the components, by their pointers.
    """
    found = {pointer for node in outline.nodes["schema"] if "$ref" in node.value for pointer in _target(outline, node)}
    names, taken = dict[str, str](), naming.Names(components.values())
    for pointer in sorted(found, key=lambda pointer: (pointer.count("/"), pointer)):
        component, path = pointer_of(*tokens(pointer)[:3]), tokens(pointer)[3:]
        if path and component in components:
            wanted = naming.class_name(components[component] + _suffix(path))
            names[pointer] = taken.new(wanted)
    return names


def _target(outline: Outline, node: tuple[str, dict[str, JsonValue]]) -> tuple[str, ...]:
    """Where a reference ends, if that is a schema which holds others."""
    pointer, value = node
    outcome = outline.references.find(value, pointer)
    if not isinstance(outcome, Found) or not isinstance(outcome.value, dict):
        return ()
    holds = outcome.pointer.startswith("/components/schemas/") and any(word in outcome.value for word in _HOLDING)
    return (outcome.pointer,) if holds else ()


def _suffix(path: Sequence[str]) -> str:
    """`properties/tree/items` -> `TreeItem`: what a place inside a schema adds to its name."""
    match path:
        case []:
            return ""
        case [keyword, name, *rest] if keyword in _NAMED:
            return naming.class_name(name) + _suffix(rest)
        case [keyword, index, *rest] if keyword in _NUMBERED and index.isdigit():
            return f"{_NUMBERED[keyword]}{int(index) + 1}{_suffix(rest)}"
        case [keyword, *rest]:
            return _STEPS.get(keyword, naming.class_name(keyword)) + _suffix(rest)
        case _:
            return ""
