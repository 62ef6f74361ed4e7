"""Mends of schemas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specwright.ir import Json
from specwright.read.edit import Drop, Edit, Put
from specwright.read.json_text import JsonValue
from specwright.read.mends.mended import Mended
from specwright.read.outline import Outline
from specwright.read.rules.schemas import EXPECTED

_FLAGS = {"true": True, "false": False}
_WHOLE = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"-?[0-9]{1,18}\.[0-9]{1,18}")
_CONSTRAINTS = frozenset(
    "pattern format nullable uniqueItems readOnly writeOnly deprecated minimum maximum multipleOf exclusiveMinimum "
    "exclusiveMaximum minLength maxLength minItems maxItems minProperties maxProperties".split()
)


def keyword_unreadable(outline: Outline) -> Iterator[Mended]:
    """A constraint has a value of a kind that it cannot have: `"10"` is read as 10, anything else is ignored."""
    for node in outline.nodes["schema"]:
        for keyword, value in node.value.items() if "$ref" not in node.value else ():
            if keyword in EXPECTED and not EXPECTED[keyword][1](value):
                edit, outcome = _edit(node.pointer, keyword, value)
                if edit is not None:
                    message = f"`{keyword}` is {_shown(value)}, not {EXPECTED[keyword][0]}; it is {outcome}"
                    yield Mended(f"{node.pointer}/{keyword}", message, "Mend or remove it.", edit)


def _edit(pointer: str, keyword: str, value: JsonValue) -> tuple[Edit | None, str]:
    """What to do about a value that a keyword cannot have, and how that is told."""
    meant = _meant(value)
    if meant is not None and EXPECTED[keyword][1](meant):
        return Put(pointer, keyword, meant), f"read as {_shown(meant)}"
    if keyword in _CONSTRAINTS or (keyword == "required" and isinstance(value, bool)):
        return Drop(f"{pointer}/{keyword}"), "ignored"
    return None, ""


def _meant(value: JsonValue) -> JsonValue:
    """The number or the truth value that a text spells; None if it spells neither."""
    if not isinstance(value, str):
        return None
    if value.lower() in _FLAGS:
        return _FLAGS[value.lower()]
    return int(value) if _WHOLE.fullmatch(value) else float(value) if _DECIMAL.fullmatch(value) else None


def _shown(value: JsonValue) -> str:
    text = Json.of(value).text
    return text if len(text) <= 60 else f"{text[:57]}..."
