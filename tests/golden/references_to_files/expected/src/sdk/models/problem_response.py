from __future__ import annotations

from .._runtime.model import UNSET, Model


class ProblemResponse(Model):
    title: str | UNSET = UNSET
