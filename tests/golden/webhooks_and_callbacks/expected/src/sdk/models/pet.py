from __future__ import annotations

from typing import Annotated, Literal

from .._runtime.model import UNSET, Model
from .._runtime.types import OPEN


class Pet(Model):
    name: str
    kind: Annotated[Literal["cat", "dog"] | str, OPEN] | UNSET = UNSET
