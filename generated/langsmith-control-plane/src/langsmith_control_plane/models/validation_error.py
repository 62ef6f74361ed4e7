from __future__ import annotations

from .._runtime.model import Model
from .._runtime.types import Integer


class ValidationError(Model):
    loc: list[str | Integer]
    msg: str
    type: str
