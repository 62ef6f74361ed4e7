from __future__ import annotations

from .._runtime.model import Model


class Named(Model):
    name: str
