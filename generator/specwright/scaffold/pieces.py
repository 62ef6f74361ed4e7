"""The parts of a YAML or JSON text and where each stands in it, so that text can be put between them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple, TypeAlias

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from specwright.read import json_text


class Kind(Enum):
    """What a part is; an alias is a scalar, whatever its anchor holds."""

    MAPPING = "mapping"
    SEQUENCE = "sequence"
    SCALAR = "scalar"


class Entry(NamedTuple):
    """A member or an item: its key, the offset where it begins, and its value."""

    key: str
    start: int
    value: Piece


Piece: TypeAlias = "YamlPiece | JsonPiece | Alias"
"""A part of a text: `start` and `end` are offsets, `block` says that indentation and not brackets holds it.

`entries` are the members of a mapping or the items of a sequence that are written in it, in order. `open_ended` tells
a part whose last line goes on with whatever is put directly behind it.
"""


# --- YAML -------------------------------------------------------------------------------------------------------------

_ALIAS = re.compile(r"(?:[\s:?,-]|#[^\n]*\n)*(\*[^\s,\[\]{}]+)")
_EXPLICIT = re.compile(r"\?[ \t]+\Z")


class YamlPiece:
    """A part of a YAML text, as its node tells it."""

    def __init__(self, node: Node, text: str) -> None:
        self._node = node
        self._text = text

    @cached_property
    def kind(self) -> Kind:
        if isinstance(self._node, MappingNode):
            return Kind.MAPPING
        return Kind.SEQUENCE if isinstance(self._node, SequenceNode) else Kind.SCALAR

    @cached_property
    def block(self) -> bool:
        """By the text: the parser tells the style of a node only where it is not empty."""
        return isinstance(self._node, CollectionNode) and bool(self._node.value) and not self._node.flow_style

    @cached_property
    def start(self) -> int:
        """Where the content begins: behind an anchor or a tag of a collection."""
        start = self._node.start_mark.index
        if self.kind is Kind.SCALAR:
            return start
        if self.block:
            return self.entries[0].start
        return self._text.index("{" if self.kind is Kind.MAPPING else "[", start)

    @cached_property
    def end(self) -> int:
        """Where the content ends: the mark of a block collection takes in the comments that follow."""
        return self.entries[-1].value.end if self.block else self._node.end_mark.index

    @cached_property
    def open_ended(self) -> bool:
        if self.block:
            return self.entries[-1].value.open_ended
        return isinstance(self._node, ScalarNode) and self._node.style in ("|", ">")

    @cached_property
    def entries(self) -> Sequence[Entry]:
        return tuple(_members(self._node, self._text) if self.kind is Kind.MAPPING else _items(self._node, self._text))


@dataclass(frozen=True, slots=True)
class Alias:
    """An alias: the value that it means stands at the anchor."""

    start: int
    end: int
    kind: Kind = Kind.SCALAR
    block: bool = False
    open_ended: bool = False
    entries: Sequence[Entry] = ()


def _members(node: Node, text: str) -> Iterator[Entry]:
    for key, value in node.value:
        start = key.start_mark.index
        if explicit := _EXPLICIT.search(text, max(0, start - 40), start):
            start = explicit.start()
        name = str(key.value) if isinstance(key, ScalarNode) else ""
        yield Entry(name, start, _value(value, text, key.end_mark.index))


def _items(node: Node, text: str) -> Iterator[Entry]:
    floor = node.start_mark.index
    bracketed = isinstance(node, SequenceNode) and bool(node.flow_style)
    for index, item in enumerate(node.value):
        value = _value(item, text, floor)
        start = value.start if bracketed else text.rfind("-", 0, item.start_mark.index)
        yield Entry(str(index), start, value)
        floor = value.end


def _value(node: Node, text: str, floor: int) -> Piece:
    """The piece of a node, or that of an alias if the node stands before the place where it is meant."""
    if node.start_mark.index >= floor:
        return YamlPiece(node, text)
    match = _ALIAS.match(text, floor)
    return Alias(*match.span(1)) if match else Alias(floor, floor)


# --- JSON -------------------------------------------------------------------------------------------------------------

_KINDS = {"{": Kind.MAPPING, "[": Kind.SEQUENCE}
_DECODER = json.JSONDecoder()


class JsonPiece:
    """A part of a JSON text that begins at an offset."""

    block = False
    open_ended = False

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self.start = start

    @cached_property
    def kind(self) -> Kind:
        return _KINDS.get(self._text[self.start], Kind.SCALAR)

    @cached_property
    def end(self) -> int:
        return _DECODER.raw_decode(self._text, self.start)[1]

    @cached_property
    def entries(self) -> Sequence[Entry]:
        members = json_text.members(self._text, self.start)
        return tuple(Entry(token, key, JsonPiece(self._text, value)) for token, (key, value) in members.items())
