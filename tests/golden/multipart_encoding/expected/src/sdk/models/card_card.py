from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model
from .._runtime.types import Integer


class CardCard(Model):
    number: str | UNSET = UNSET
    tags: list[Integer] | UNSET = UNSET


class CardCardDict(TypedDict, total=False):
    """`CardCard` as a dict, with the names of the wire."""

    number: str
    tags: list[int]
