from __future__ import annotations

from .._runtime.model import UNSET, Model


class Other(Model):
    kind: str | UNSET = UNSET
    name: str | UNSET = UNSET
