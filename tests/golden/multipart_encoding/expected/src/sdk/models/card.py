from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import Integer

if TYPE_CHECKING:
    from .card_at import CardAt, CardAtDict
    from .card_card import CardCard, CardCardDict


class Card(Model):
    name: str | UNSET = UNSET
    expand: list[str] | UNSET = UNSET
    card: CardCard | UNSET = UNSET
    ids: list[Integer] | UNSET = UNSET
    raw: list[Integer] | UNSET = UNSET
    at: CardAt | UNSET = UNSET


class CardDict(TypedDict, total=False):
    """`Card` as a dict, with the names of the wire."""

    name: str
    expand: list[str]
    card: CardCardDict
    ids: list[int]
    raw: list[int]
    at: CardAtDict


later(__name__, "CardAt", "CardAtDict", "CardCard", "CardCardDict")
