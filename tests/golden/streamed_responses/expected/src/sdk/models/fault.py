from __future__ import annotations

from .._runtime.model import Model


class Fault(Model):
    detail: str
