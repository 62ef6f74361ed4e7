from __future__ import annotations

from .._runtime.model import UNSET, Model


class Dog(Model):
    bark: str | UNSET = UNSET
