from __future__ import annotations

from .._runtime.model import UNSET, Model
from .._runtime.types import Integer


class StyledXDeep(Model):
    a: Integer | UNSET = UNSET
