from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .owner import Owner, OwnerDict


class Dog(Model):
    kind: Literal["dog"]
    owner: Owner | UNSET = UNSET


class DogDict(TypedDict):
    """`Dog` as a dict, with the names of the wire."""

    kind: Literal["dog"]
    owner: NotRequired[OwnerDict]


later(__name__, "Owner", "OwnerDict")
