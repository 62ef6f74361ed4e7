from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.model import UNSET, Model
from .._runtime.types import Integer


class Note(Model):
    text: str
    stars: Integer | UNSET = UNSET
    tags: list[str] | UNSET = UNSET


class NoteDict(TypedDict):
    """`Note` as a dict, with the names of the wire."""

    text: str
    stars: NotRequired[int]
    tags: NotRequired[list[str]]
