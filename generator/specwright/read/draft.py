"""A document while it is being changed: the original stays as it is, and what moves or comes in keeps its origin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from specwright.ir import Location
from specwright.read.json_text import JsonValue
from specwright.read.load import Document

Token: TypeAlias = "str | int"
"""One step of a pointer: the name of a member, or the index of an element."""


@dataclass(slots=True)
class _Origin:
    """Where a value and the values inside it come from; `None`, and no child, where nothing has moved."""

    location: Location | None = None
    children: dict[Token, _Origin] = field(default_factory=dict["Token", "_Origin"])

    def descend(self, token: Token) -> _Origin:
        return self.children.setdefault(token, _Origin())

    def forget(self, removed: Token) -> None:
        """Drop a child; if it was an element, those behind it move up."""
        self.children = {_moved(token, removed): child for token, child in self.children.items() if token != removed}


def _moved(token: Token, removed: Token) -> Token:
    return token - 1 if isinstance(token, int) and isinstance(removed, int) and token > removed else token


_UNMOVED = _Origin()


class Draft:
    """A document while actions change it: containers are copied as they are written to, the original stays."""

    def __init__(self, document: Document) -> None:
        self.file = document.file
        self.value: dict[str, Any] = dict(document.value)
        self._own: dict[int, object] = {id(self.value): self.value}
        self._origin = _planted(document)

    def document(self) -> Document:
        """What the draft has become."""
        return Document(self.file, self.value, dict(_flat(self._origin, "")))

    def get(self, tokens: tuple[Token, ...]) -> Any:
        """The value at a place."""
        value: Any = self.value
        for token in tokens:
            value = value[token]
        return value

    def remove(self, tokens: tuple[Token, ...]) -> None:
        """Take out a member or an element; the elements behind it move up."""
        parents, last = tokens[:-1], tokens[-1]
        if isinstance(last, int):
            self._note_moves(parents, last)
        del self._writable(parents)[last]
        self._origin_at(parents).forget(last)

    def merge(self, tokens: tuple[Token, ...], value: JsonValue, source: Location) -> None:
        """Merge a value into the one at a place: objects by name, arrays by appending, anything else replaces."""
        present: JsonValue = self.get(tokens)
        if isinstance(present, dict) and isinstance(value, dict):
            for name, member in value.items():
                self._merge_member(tokens, name, member, source / name)
        elif isinstance(present, list):
            self._append(tokens, value, source)
        else:
            self.put(tokens, value, source)

    def _merge_member(self, tokens: tuple[Token, ...], name: str, value: JsonValue, source: Location) -> None:
        present: dict[str, JsonValue] = self.get(tokens)
        if name in present and _mergeable(present[name], value):
            self.merge((*tokens, name), value, source)
        else:
            self.put((*tokens, name), value, source)

    def _append(self, tokens: tuple[Token, ...], value: JsonValue, source: Location) -> None:
        """A list is appended element by element, any other value as one element."""
        length = len(self.get(tokens))
        if not isinstance(value, list):
            self.put((*tokens, length), value, source)
            return
        for index, item in enumerate(value):
            self.put((*tokens, length + index), item, source / index)

    def put(self, tokens: tuple[Token, ...], value: JsonValue, source: Location) -> None:
        """Set a member, or an element of a list; the one behind the last is added."""
        parents, last = tokens[:-1], tokens[-1]
        container = self._writable(parents)
        if isinstance(last, int) and last == len(container):
            container.append(None)
        container[last] = copied(value)
        self._origin_at(parents).children[last] = _Origin(source)

    def _writable(self, tokens: tuple[Token, ...]) -> Any:
        """The container at a place, it and those around it copied unless they have been before."""
        node: Any = self.value
        for token in tokens:
            child = node[token]
            if id(child) not in self._own:
                child = child.copy()
                self._own[id(child)] = child
                node[token] = child
            node = child
        return node

    def _origin_at(self, tokens: tuple[Token, ...]) -> _Origin:
        origin = self._origin
        for token in tokens:
            origin = origin.descend(token)
        return origin

    def _note_moves(self, tokens: tuple[Token, ...], index: int) -> None:
        """Note of each element behind an index where its text stands, for it is about to move up."""
        origin = self._origin_at(tokens)
        for moving in range(index + 1, len(self.get(tokens))):
            origin.descend(moving).location = self._place((*tokens, moving))

    def _place(self, tokens: tuple[Token, ...]) -> Location:
        """Where the text of a value stands now."""
        location, origin = Location(self.file), self._origin
        for token in tokens:
            origin = origin.children.get(token, _UNMOVED)
            location = origin.location or location / token
        return location


def _mergeable(present: JsonValue, value: JsonValue) -> bool:
    return type(present) is type(value) and isinstance(value, (dict, list))


def copied(value: JsonValue) -> JsonValue:
    """An equal value that shares no container with it."""
    if isinstance(value, dict):
        return {name: copied(member) for name, member in value.items()}
    if isinstance(value, list):
        return [copied(item) for item in value]
    return value


def _planted(document: Document) -> _Origin:
    """The tree of origins that a document brings along."""
    root = _Origin()
    for pointer, location in document.origins.items():
        origin: _Origin = root
        value: Any = document.value
        for text in pointer.split("/")[1:]:
            token = text.replace("~1", "/").replace("~0", "~") if hasattr(value, "keys") else int(text)
            origin, value = origin.descend(token), value[token]
        origin.location = location
    return root


def _flat(origin: _Origin, pointer: str) -> Iterator[tuple[str, Location]]:
    if origin.location is not None:
        yield pointer, origin.location
    for token, child in origin.children.items():
        yield from _flat(child, (Location("", pointer) / token).pointer)
