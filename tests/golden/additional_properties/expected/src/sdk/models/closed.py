from __future__ import annotations

from pydantic import ConfigDict

from .._runtime.model import UNSET, Model


class Closed(Model):
    model_config = ConfigDict(extra="forbid")

    a: str | UNSET = UNSET
