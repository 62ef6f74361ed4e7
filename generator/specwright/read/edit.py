"""Edits of a document: what a mend does, applied all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from specwright.ir import escaped
from specwright.read.draft import Draft, Token
from specwright.read.json_text import JsonValue
from specwright.read.keywords import items, members, tokens
from specwright.read.load import Document


@dataclass(frozen=True, slots=True)
class Put:
    """Give the object at `pointer` a member, in place of one of that name."""

    pointer: str
    name: str
    value: JsonValue

    @property
    def place(self) -> str:
        """What it changes."""
        return f"{self.pointer}/{escaped(self.name)}"


@dataclass(frozen=True, slots=True)
class Drop:
    """Take out what is at `pointer`."""

    pointer: str

    @property
    def place(self) -> str:
        """What it changes."""
        return self.pointer


@dataclass(frozen=True, slots=True)
class Rename:
    """Give what is at `pointer` another name in the object that holds it."""

    pointer: str
    name: str

    @property
    def place(self) -> str:
        """What it changes."""
        return self.pointer


Edit: TypeAlias = Put | Drop | Rename


def apply(document: Document, edits: Sequence[Edit]) -> Document:
    """The edited document. Every pointer is one of the document as it was, and none is renamed twice."""
    if not edits:
        return document
    draft = Draft(document)
    for edit in edits:
        if isinstance(edit, Put):
            source = document.locate(edit.pointer)
            draft.put((*_tokens(document, edit.pointer), edit.name), edit.value, source)
    dropped = [_tokens(document, edit.pointer) for edit in edits if isinstance(edit, Drop)]
    for place in sorted(dropped, key=_order, reverse=True):
        draft.remove(place)
    for edit in sorted((edit for edit in edits if isinstance(edit, Rename)), key=_inner_first):
        place = _tokens(document, edit.pointer)
        draft.put((*place[:-1], edit.name), draft.get(place), document.locate(edit.pointer))
        draft.remove(place)
    return draft.document()


def _inner_first(edit: Rename) -> int:
    return -edit.pointer.count("/")


def _order(place: tuple[Token, ...]) -> list[tuple[bool, int, str]]:
    """Later elements of a list sort after earlier ones, and what is inside a value after the value."""
    return [(isinstance(token, int), token if isinstance(token, int) else 0, str(token)) for token in place]


def _tokens(document: Document, pointer: str) -> tuple[Token, ...]:
    """The steps to a place, those into lists as numbers."""
    value: JsonValue = document.value
    steps: list[Token] = []
    for token in tokens(pointer):
        step: Token = int(token) if isinstance(value, list) else token
        steps.append(step)
        value = items(value)[int(token)] if isinstance(value, list) else members(value).get(token)
    return tuple(steps)
