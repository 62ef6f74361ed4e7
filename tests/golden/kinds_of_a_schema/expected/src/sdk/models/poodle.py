from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import Date, Integer, Number

if TYPE_CHECKING:
    from .dog_union import DogUnion
    from .pet_union import PetUnion


class Poodle(Model):
    """Called by what it says itself.

    As it is received. `PoodleInput.from_received` makes of it what may be sent.
    """

    pet_type: Annotated[Literal["poodle"], Field(alias="petType")]
    id: Integer | UNSET = UNSET
    friend: PetUnion | None | UNSET = UNSET
    born: Date | UNSET = UNSET
    rival: DogUnion | UNSET = UNSET
    curls: Number | UNSET = UNSET
    _sent_as: ClassVar[str] = "PoodleInput"


later(__name__, "DogUnion", "PetUnion")
