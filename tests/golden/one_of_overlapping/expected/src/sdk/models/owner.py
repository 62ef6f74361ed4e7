from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import Growing, OneOf

if TYPE_CHECKING:
    from .cat import Cat
    from .dog import Dog
    from .fish import Fish


class Owner(Model):
    pet: Annotated[OneOf[Cat, Dog] | dict[str, Any], Growing()] | UNSET = UNSET
    other: Fish | str | UNSET = UNSET


later(__name__, "Cat", "Dog", "Fish")
