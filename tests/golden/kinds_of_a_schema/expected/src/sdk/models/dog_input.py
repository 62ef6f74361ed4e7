from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, NotRequired, TypedDict

from pydantic import Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import Date

if TYPE_CHECKING:
    from .dog_union_input import DogUnionInput, DogUnionInputDict
    from .pet_union_input import PetUnionInput, PetUnionInputDict


class DogInput(Model):
    """Called by its key.

    As it is sent.
    """

    pet_type: Annotated[str, Field(alias="petType")]
    friend: PetUnionInput | None | UNSET = UNSET
    born: Date | UNSET = UNSET
    rival: DogUnionInput | UNSET = UNSET


class DogInputDict(TypedDict):
    """`DogInput` as a dict, with the names of the wire."""

    petType: str
    friend: NotRequired[PetUnionInputDict | None]
    born: NotRequired[date | str]
    rival: NotRequired[DogUnionInputDict]


later(__name__, "DogUnionInput", "DogUnionInputDict", "PetUnionInput", "PetUnionInputDict")
