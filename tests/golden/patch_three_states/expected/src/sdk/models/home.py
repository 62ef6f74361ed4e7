from __future__ import annotations

from .._runtime.model import UNSET, Model


class Home(Model):
    street: str | None | UNSET = UNSET
