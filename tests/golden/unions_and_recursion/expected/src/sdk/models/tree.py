from __future__ import annotations

from .._runtime.model import UNSET, Model
from .._runtime.types import Integer


class Tree(Model):
    children: list[Tree]
    payload: str | Integer | Tree | UNSET = UNSET
