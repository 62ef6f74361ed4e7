from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict

from .._runtime.conditions import Excludes, Holds, Positions
from .._runtime.model import UNSET, Model
from .._runtime.types import Exactly, Integer, Matches, Nothing


class Order(Model):
    model_config = ConfigDict(extra="forbid")

    lines: Annotated[list[str], Holds(Annotated[str, Matches("^SKU")], most=9)] | UNSET = UNSET
    range: Annotated[list[str | Integer], Positions(str, Integer, others=Nothing)] | UNSET = UNSET
    country: str | UNSET = UNSET
    total: Annotated[Integer, Excludes(Annotated[Literal[0], Exactly((0,))])] | UNSET = UNSET
