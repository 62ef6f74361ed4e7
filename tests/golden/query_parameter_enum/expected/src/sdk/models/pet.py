from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class Pet(Model):
    name: Annotated[str, Field(min_length=1)]
