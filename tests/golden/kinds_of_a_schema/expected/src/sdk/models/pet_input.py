from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NotRequired, TypedDict

from pydantic import Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .pet_union_input import PetUnionInput, PetUnionInputDict


class PetInput(Model):
    """As it is sent."""

    pet_type: Annotated[str, Field(alias="petType")]
    friend: PetUnionInput | None | UNSET = UNSET


class PetInputDict(TypedDict):
    """`PetInput` as a dict, with the names of the wire."""

    petType: str
    friend: NotRequired[PetUnionInputDict | None]


later(__name__, "PetUnionInput", "PetUnionInputDict")
