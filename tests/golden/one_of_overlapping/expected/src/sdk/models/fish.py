from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict

from .._runtime.model import Model


class Fish(Model):
    model_config = ConfigDict(extra="forbid")

    kind: Literal["fish"]
