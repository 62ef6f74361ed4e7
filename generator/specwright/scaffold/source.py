"""The document that something is added to: its octets, its text, its value, and where everything stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from specwright.problem import Refusal
from specwright.read import json_text, load, yaml_text
from specwright.read.json_text import JsonValue
from specwright.scaffold.pieces import JsonPiece, Piece, YamlPiece


@dataclass(frozen=True, slots=True)
class Text:
    """A document as text: `root` is its outermost part, `value` what it says; `json` tells JSON from YAML."""

    name: str
    text: str
    value: dict[str, JsonValue]
    root: Piece
    json: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A file that holds a document, as it was when it was read."""

    path: Path
    octets: bytes
    document: Text


def open_source(path: Path, name: str) -> Source:
    """A file and what it says. Raises `Refusal` if it cannot be read or holds no document."""
    octets = load.octets(path, name)
    return Source(path, octets, read_text(load.decoded(octets, name), name))


def read_text(text: str, name: str) -> Text:
    """What a text says, as `read.load` understands it. Raises `Refusal` with all that is wrong."""
    if text.lstrip().startswith(("{", "[")):
        try:
            value = load.mapping(json_text.parse(text, name), name)
            return Text(name, text, value, JsonPiece(text, json_text.root(text)), json=True)
        except RecursionError:
            raise Refusal([yaml_text.nesting_too_deep(name)], findings=True) from None
        except Refusal as refusal:
            if any(problem.code != "syntax-error" for problem in refusal.problems):
                raise
    node = yaml_text.compose(text, name)
    value = load.mapping(yaml_text.value_of(node, text, name), name)
    return Text(name, text, value, YamlPiece(node, text), json=False)
