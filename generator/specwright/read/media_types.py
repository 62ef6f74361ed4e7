"""The media types that parts of a multipart body have by their schemas (OpenAPI 3.1, sections 4.8.14.1 and 4.8.15)."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.read.keywords import items, members, pointer_of, text
from specwright.read.outline import Node, Outline

_OCTETS = "application/octet-stream"


def media_types(outline: Outline, schema: Node) -> dict[str, str]:
    """Member -> the media type of its part, for texts whose schema decides on another than the usual one.

    That is `contentMediaType`, and else, where there is a `contentEncoding`, that of octets. A text that holds JSON is
    left out: as JSON it would be written in quotes.
    """
    found: dict[str, str] = {}
    for whole in _joined(outline, schema, set()):
        for name, value in members(whole.value.get("properties")).items():
            member = Node(whole.pointer + pointer_of("properties", name), members(value))
            for kind in map(_kind, _carried(outline, member, set())):
                found[name] = found.get(name) or kind
    return {name: kind for name, kind in found.items() if kind}


def _kind(schema: Node) -> str:
    type_, declared = schema.value.get("type"), text(schema.value, "contentMediaType")
    if "string" not in (items(type_) or [type_]):
        return ""
    if declared.lower() not in ("", _OCTETS) and not declared.lower().endswith(("/json", "+json")):
        return declared
    return _OCTETS if text(schema.value, "contentEncoding") else ""


def _joined(outline: Outline, schema: Node, seen: set[str]) -> Iterator[Node]:
    """A schema and what it joins with `allOf`, references followed, each once."""
    found = outline.resolved(schema)
    if found is not None and found.pointer not in seen:
        seen.add(found.pointer)
        yield found
        for part in _listed(found, "allOf"):
            yield from _joined(outline, part, seen)


def _carried(outline: Outline, schema: Node, seen: set[str]) -> Iterator[Node]:
    """What one part of a member is: the member, or an item of it, without null."""
    for found in _joined(outline, schema, seen):
        yield found
        for inner in _inside(found):
            yield from _carried(outline, inner, seen)


def _inside(schema: Node) -> Iterator[Node]:
    if isinstance(each := schema.value.get("items"), dict):
        yield Node(f"{schema.pointer}/items", each)
    for keyword in ("anyOf", "oneOf"):
        others = [each for each in _listed(schema, keyword) if each.value.get("type") != "null"]
        yield from others if len(others) == 1 else ()


def _listed(schema: Node, keyword: str) -> list[Node]:
    listed = items(schema.value.get(keyword))
    return [Node(f"{schema.pointer}/{keyword}/{index}", members(part)) for index, part in enumerate(listed)]
