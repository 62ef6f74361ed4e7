from __future__ import annotations

from .._runtime.model import UNSET, Model


class Leaf(Model):
    colour: str | UNSET = UNSET
    beside: Leaf | UNSET = UNSET
