from __future__ import annotations

from pydantic import Field

from .._runtime.model import UNSET, Model
from .._runtime.types import Integer


class Typed(Model):
    a: str | UNSET = UNSET
    __pydantic_extra__: dict[str, Integer] = Field(init=False)
