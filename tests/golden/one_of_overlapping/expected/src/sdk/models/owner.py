from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import UNSET, Model
from .._runtime.types import OneOf

if TYPE_CHECKING:
    from .cat import Cat
    from .dog import Dog
    from .fish import Fish


class Owner(Model):
    pet: OneOf[Cat, Dog] | UNSET = UNSET
    other: Fish | str | UNSET = UNSET
