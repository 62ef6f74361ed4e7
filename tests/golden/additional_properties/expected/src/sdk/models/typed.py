from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import UNSET, Model
from .._runtime.types import Integer


class Typed(Model):
    a: str | UNSET = UNSET
    if TYPE_CHECKING:

        @property
        def model_extra(self) -> dict[str, Integer]: ...

    else:
        __pydantic_extra__: dict[str, Integer]
