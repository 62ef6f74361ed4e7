from __future__ import annotations

from .._runtime.model import UNSET, Model
from .._runtime.types import Number


class Filter(Model):
    name: str | UNSET = UNSET
    nested: list[Number] | UNSET = UNSET
