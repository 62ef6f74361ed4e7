from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NotRequired, TypedDict

from pydantic import Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import Integer

if TYPE_CHECKING:
    from .home import Home, HomeDict


class Pet(Model):
    owner: str | None
    age: Annotated[Integer, Field(gt=0)] | UNSET = UNSET
    home: Home | None | UNSET = UNSET


class PetDict(TypedDict):
    """`Pet` as a dict, with the names of the wire."""

    owner: str | None
    age: NotRequired[int]
    home: NotRequired[HomeDict | None]


later(__name__, "Home", "HomeDict")
