from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import Integer

if TYPE_CHECKING:
    from .pet_union import PetUnion


class Cat(Model):
    """As it is received. `CatInput.from_received` makes of it what may be sent."""

    pet_type: Annotated[str, Field(alias="petType")]
    id: Integer | UNSET = UNSET
    friend: PetUnion | None | UNSET = UNSET
    lives: Integer
    _sent_as: ClassVar[str] = "CatInput"


later(__name__, "PetUnion")
