from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.model import UNSET, Model
from .._runtime.types import Integer

if TYPE_CHECKING:
    from .home import Home


class Pet(Model):
    owner: str | None
    age: Annotated[Integer, Field(gt=0)] | UNSET = UNSET
    home: Home | None | UNSET = UNSET
