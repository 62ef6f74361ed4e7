from __future__ import annotations

from .._runtime.model import UNSET, Model


class DeepA(Model):
    b: str | UNSET = UNSET
