from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import Integer

if TYPE_CHECKING:
    from .pet_union import PetUnion


class Fish(Model):
    """No kind of pet, since nothing of it can be told.

    As it is received.
    """

    pet_type: Annotated[Annotated[str, Field(max_length=3)], Field(alias="petType")]
    id: Integer | UNSET = UNSET
    friend: PetUnion | None | UNSET = UNSET


later(__name__, "PetUnion")
