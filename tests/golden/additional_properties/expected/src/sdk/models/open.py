from __future__ import annotations

from .._runtime.model import UNSET, Model


class Open(Model):
    a: str | UNSET = UNSET
