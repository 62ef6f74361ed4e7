from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NotRequired, TypedDict

from pydantic import Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import Integer

if TYPE_CHECKING:
    from .pet_union_input import PetUnionInput, PetUnionInputDict


class CatInput(Model):
    """As it is sent."""

    pet_type: Annotated[str, Field(alias="petType")]
    friend: PetUnionInput | None | UNSET = UNSET
    lives: Integer


class CatInputDict(TypedDict):
    """`CatInput` as a dict, with the names of the wire."""

    petType: str
    friend: NotRequired[PetUnionInputDict | None]
    lives: int


later(__name__, "PetUnionInput", "PetUnionInputDict")
