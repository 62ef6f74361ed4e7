from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from .._runtime.model import UNSET, Model
from .._runtime.types import OPEN


class European(Model):
    country: Annotated[Literal["AT", "BE", "CZ"] | str, OPEN] | UNSET = UNSET


class EuropeanDict(TypedDict, total=False):
    """`European` as a dict, with the names of the wire."""

    country: Literal["AT", "BE", "CZ"]
