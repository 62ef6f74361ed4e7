from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NotRequired, TypedDict

from pydantic import Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .cat import CatDict
    from .dog import DogDict
    from .home import Home, HomeDict
    from .pet import Pet


class Owner(Model):
    name: Annotated[str, Field(min_length=1)]
    pets: list[Pet] | UNSET = UNSET
    home: Home | UNSET = UNSET


class OwnerDict(TypedDict):
    """`Owner` as a dict, with the names of the wire."""

    name: str
    pets: NotRequired[list[CatDict | DogDict]]
    home: NotRequired[HomeDict]


later(__name__, "CatDict", "DogDict", "Home", "HomeDict", "Pet")
