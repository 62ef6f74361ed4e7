"""A document from a file: plain JSON in Python's own types, and where each part of it can be edited."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from specwright.ir import Location
from specwright.problem import Position, Problem, Refusal, error
from specwright.read import json_text, yaml_text
from specwright.read.json_text import JsonValue


@dataclass(frozen=True, slots=True)
class Document:
    """A document: `value` is its JSON, `file` its name as the user gave it.

    `origins` holds the pointers whose text stands elsewhere than the pointer says: in an overlay, or in the
    file at another index.
    """

    file: str
    value: dict[str, Any]
    origins: Mapping[str, Location] = field(default_factory=dict[str, Location])

    def locate(self, pointer: str) -> Location:
        """The place of the text that a person must edit to change what a pointer names."""
        prefix = pointer
        while self.origins:
            if prefix in self.origins:
                origin = self.origins[prefix]
                return Location(origin.file, origin.pointer + pointer[len(prefix) :])
            if not prefix:
                break
            prefix = prefix[: prefix.rfind("/")]
        return Location(self.file, pointer)


def load(path: Path, name: str) -> Document:
    """The document in a JSON or YAML file, told apart by content. Raises `Refusal` with all that is wrong."""
    return Document(name, mapping(_parse(decoded(octets(path, name), name), name), name))


def mapping(value: JsonValue, name: str) -> dict[str, JsonValue]:
    """The value of a document. Raises `Refusal` if it is no mapping, or nests too deep."""
    if not isinstance(value, dict):
        raise Refusal([_not_a_mapping(value, name)], findings=True)
    if deeper(value, yaml_text.DEPTH):
        raise Refusal([yaml_text.nesting_too_deep(name)], findings=True)
    return value


def octets(path: Path, name: str) -> bytes:
    """What a file holds. Raises `Refusal` if it is not there or cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise _unavailable("file-missing", f"there is no file `{name}`", "Check the name of the file.") from None
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        message = f"`{name}` cannot be read: {reason}"
        raise _unavailable("file-unreadable", message, "Name a readable file.") from None


def decoded(data: bytes, name: str) -> str:
    """The text that octets are in UTF-8, without a byte order mark. Raises `Refusal` if they are none."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise Refusal([_not_utf8(data, failure.start, name)], findings=True) from None


def _unavailable(code: str, message: str, remedy: str) -> Refusal:
    return Refusal([error(code, message, None, remedy)], findings=False)


def _not_utf8(data: bytes, offset: int, name: str) -> Problem:
    before = data[:offset].decode("utf-8", errors="replace")
    return error(
        "encoding-unsupported",
        f"the byte 0x{data[offset]:02x} is not UTF-8",
        Position(name, *json_text.line_and_column(before, len(before))),
        "Save the file as UTF-8.",
    )


_LIKE_JSON = re.compile(r"\s*[{\[]")


def _parse(text: str, name: str) -> JsonValue:
    """The value of a text: JSON if it starts like it, else, or where that fails, YAML."""
    if not _LIKE_JSON.match(text):
        return yaml_text.parse(text, name)
    try:
        return json_text.parse(text, name)
    except RecursionError:
        raise Refusal([yaml_text.nesting_too_deep(name)], findings=True) from None
    except Refusal as refusal:
        if not _broken(refusal):
            raise
        return _parse_flow(text, name, refusal)


def _parse_flow(text: str, name: str, refusal: Refusal) -> JsonValue:
    """YAML that starts like JSON. What is wrong with it as JSON is told if it is neither."""
    try:
        return yaml_text.parse(text, name)
    except Refusal as second:
        raise refusal if _broken(second) else second from None


def _broken(refusal: Refusal) -> bool:
    return any(problem.code == "syntax-error" for problem in refusal.problems)


def _not_a_mapping(value: JsonValue, name: str) -> Problem:
    match value:
        case None:
            return error("document-empty", "the document is empty", Position(name, 1, 1), "Write a document into it.")
        case list():
            kind = "a list"
        case _:
            kind = "a single value"
    remedy = "Name the file of an OpenAPI document or overlay."
    return error("document-mistyped", f"the document is {kind}, not a mapping", Position(name, 1, 1), remedy)


def deeper(value: JsonValue, levels: int) -> bool:
    """Whether a value nests deeper than so many levels."""
    layer: list[JsonValue] = [value]
    while layer and levels >= 0:
        layer = [child for node in layer for child in _children(node) if isinstance(child, (dict, list))]
        levels -= 1
    return bool(layer)


def _children(value: JsonValue) -> list[JsonValue]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
