from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import Date, Integer

if TYPE_CHECKING:
    from .dog_union import DogUnion
    from .pet_union import PetUnion


class Dog(Model):
    """Called by its key.

    As it is received. `DogInput.from_received` makes of it what may be sent.
    """

    pet_type: Annotated[str, Field(alias="petType")]
    id: Integer | UNSET = UNSET
    friend: PetUnion | None | UNSET = UNSET
    born: Date | UNSET = UNSET
    rival: DogUnion | UNSET = UNSET
    _sent_as: ClassVar[str] = "DogInput"


later(__name__, "DogUnion", "PetUnion")
