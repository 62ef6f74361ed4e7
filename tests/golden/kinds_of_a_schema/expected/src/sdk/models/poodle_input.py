from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, NotRequired, TypedDict

from pydantic import Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import Date, Number

if TYPE_CHECKING:
    from .dog_union_input import DogUnionInput, DogUnionInputDict
    from .pet_union_input import PetUnionInput, PetUnionInputDict


class PoodleInput(Model):
    """Called by what it says itself.

    As it is sent.
    """

    pet_type: Annotated[Literal["poodle"], Field(alias="petType")]
    friend: PetUnionInput | None | UNSET = UNSET
    born: Date | UNSET = UNSET
    rival: DogUnionInput | UNSET = UNSET
    curls: Number | UNSET = UNSET


class PoodleInputDict(TypedDict):
    """`PoodleInput` as a dict, with the names of the wire."""

    petType: Literal["poodle"]
    friend: NotRequired[PetUnionInputDict | None]
    born: NotRequired[date | str]
    rival: NotRequired[DogUnionInputDict]
    curls: NotRequired[float]


later(__name__, "DogUnionInput", "DogUnionInputDict", "PetUnionInput", "PetUnionInputDict")
