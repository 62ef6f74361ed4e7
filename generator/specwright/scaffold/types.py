"""The types that documentation prints: `Secret · object[] | null`, `string<uuid>`, `array of integers`."""

from __future__ import annotations

import re

from specwright.scaffold.told import Told

_KINDS = {
    "string": "string", "str": "string", "text": "string", "uuid": "string", "date": "string", "datetime": "string",
    "date-time": "string", "timestamp": "string", "url": "string", "uri": "string", "email": "string",
    "enum": "string", "file": "string", "integer": "integer", "int": "integer", "int32": "integer",
    "int64": "integer", "long": "integer", "number": "number", "float": "number", "double": "number",
    "decimal": "number", "boolean": "boolean", "bool": "boolean", "object": "object", "dict": "object",
    "map": "object", "array": "array", "list": "array", "null": "null", "none": "null",
}  # fmt: skip
_FORMATS = {"uuid": "uuid", "date": "date", "datetime": "date-time", "date-time": "date-time", "timestamp": "date-time"}
_ASSERTED = frozenset({"uuid", "date", "date-time"})
_TYPE = re.compile(r"(?:([A-Z]\w*)\s*·\s*)?([A-Za-z][\w-]*)(?:\s*<\s*([\w-]+)\s*>)?((?:\[\])*)")
_OF = re.compile(r"(?:array|list)(?: of |<|\[)\s*([\w-]+?)s?[>\]]?", re.IGNORECASE)


def type_of(text: str) -> Told | None:
    """What a type says; None if the text is none."""
    parts = [part.strip() for part in re.split(r"\s*\|\s*|\s+or\s+", text.strip()) if part.strip()]
    found = [_single(part) for part in parts]
    told = [each for each in found if each is not None]
    if not told or len(told) < len(found):
        return None
    return Told(
        name=next((each.name for each in told if each.name), ""),
        kinds=frozenset(kind for each in told for kind in each.kinds),
        format=next((each.format for each in told if each.format), ""),
        items=next((each.items for each in told if each.items), None),
    )


def _single(text: str) -> Told | None:
    if match := _OF.fullmatch(text):
        items = _single(match[1])
        return Told(kinds=frozenset({"array"}), items=items) if items else None
    match = _TYPE.fullmatch(text)
    if not match or match[2].lower() not in _KINDS:
        return None
    name, base, inner, brackets = match.groups()
    told = Told(name or "", frozenset({_kind(base.lower(), inner)}), _format(base.lower(), inner))
    for _ in range(len(brackets) // 2):
        told = Told(kinds=frozenset({"array"}), items=told)
    return told


def _kind(base: str, inner: str | None) -> str:
    return _KINDS.get((inner or "").lower(), "string") if base == "enum" else _KINDS[base]


def _format(base: str, inner: str | None) -> str:
    if base in _FORMATS:
        return _FORMATS[base]
    return inner if inner in _ASSERTED else ""
