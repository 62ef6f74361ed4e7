"""A JSON value -> the text that a document has for it: block lines, or text in brackets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from specwright.read.json_text import JsonValue
from specwright.scaffold.style import Style

_PLAIN = re.compile(r"[A-Za-z/_$][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]*")
_TIGHT = re.compile(r"[A-Za-z_][\w./-]*")
_LITERAL = re.compile(r"[^\s](?:[^\S\r]*\S|\n)*\Z")
_AMBIGUOUS = frozenset("null true false yes no on off y n".split())
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def block_lines(value: JsonValue, indent: int, style: Style) -> Iterator[str]:
    """The lines of a mapping or sequence that is not empty, without line ends."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _labelled(" " * indent + f"{_key(key, style)}:", item, indent, style)
    elif isinstance(value, list):
        for item in value:
            yield from _item(item, indent, style)


def bracketed(value: JsonValue, style: Style) -> str:
    """A value on one line, as it stands within brackets, or alone behind a key."""
    if isinstance(value, dict):
        return "{" + style.comma.join(member(key, item, style) for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + style.comma.join(bracketed(item, style) for item in value) + "]"
    if isinstance(value, str) and not style.json and _TIGHT.fullmatch(value) and _certain(value):
        return value
    return quoted(value, style)


def member(key: str, value: JsonValue, style: Style) -> str:
    """A member on one line, as it stands within brackets."""
    return f"{bracketed(key, style)}{style.colon}{bracketed(value, style)}"


def spread_lines(value: JsonValue, style: Style) -> list[str]:
    """The lines of a value in brackets, one for each member, indented from the first on."""
    if not value or not isinstance(value, (dict, list)):
        return [bracketed(value, style)]
    if isinstance(value, dict):
        parts = [(bracketed(key, style) + style.colon, item) for key, item in value.items()]
    else:
        parts = [("", item) for item in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    lines = [opening]
    for number, (label, item) in enumerate(parts, 1):
        inner = spread_lines(item, style)
        inner[0] = label + inner[0]
        inner[-1] += "," if number < len(parts) else ""
        lines += [style.indent + line for line in inner]
    return [*lines, closing]


def quoted(value: JsonValue, style: Style) -> str:
    """A scalar that cannot be taken for anything else, or an empty collection."""
    if isinstance(value, str) and not style.json and style.quote == "'" and not _HIDDEN.search(value):
        return "'" + value.replace("'", "''") + "'"
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def _labelled(label: str, value: JsonValue, indent: int, style: Style) -> Iterator[str]:
    """A value behind a key: on the same line if it is a scalar, below it if it is not."""
    if value and isinstance(value, (dict, list)):
        yield label
        yield from block_lines(value, indent + (style.step if isinstance(value, dict) else style.dash), style)
    elif isinstance(value, str) and "\n" in value and _LITERAL.match(value) and not _hidden_inside(value):
        yield f"{label} |{'' if value.endswith(chr(10)) else '-'}"
        for line in value.removesuffix("\n").split("\n"):
            yield " " * (indent + style.step) + line if line else ""
    else:
        yield f"{label} {_scalar(value, style)}"


def _item(value: JsonValue, indent: int, style: Style) -> Iterator[str]:
    """An item behind its dash; the first member of a mapping stands on the line of the dash."""
    if value and isinstance(value, (dict, list)):
        lines = block_lines(value, indent + 2, style)
        yield " " * indent + "- " + next(lines)[indent + 2 :]
        yield from lines
    else:
        yield " " * indent + f"- {_scalar(value, style)}"


def _hidden_inside(value: str) -> bool:
    return bool(_HIDDEN.search(value.replace("\n", ""))) or value.endswith("\n\n")


def _key(text: str, style: Style) -> str:
    return text if _PLAIN.fullmatch(text) and _certain(text) else quoted(text, style)


def _scalar(value: JsonValue, style: Style) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value) and _certain(value):
        return value
    return quoted(value, style)


def _certain(text: str) -> bool:
    """Whether every YAML reader takes a text without quotes for that text."""
    plain = text.lower() not in _AMBIGUOUS and not text.endswith((" ", ":"))
    return plain and ": " not in text and " #" not in text
