from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .owner import Owner, OwnerDict


class Cat(Model):
    kind: Literal["cat"]
    owner: Owner | UNSET = UNSET
    """Who feeds it."""

    kittens: list[Cat] | UNSET = UNSET


class CatDict(TypedDict):
    """`Cat` as a dict, with the names of the wire."""

    kind: Literal["cat"]
    owner: NotRequired[OwnerDict]
    kittens: NotRequired[list[CatDict]]


later(__name__, "Owner", "OwnerDict")
