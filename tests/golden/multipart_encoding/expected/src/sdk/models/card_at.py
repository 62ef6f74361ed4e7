from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model
from .._runtime.types import Number


class CardAt(Model):
    lat: Number | UNSET = UNSET
    lon: Number | UNSET = UNSET


class CardAtDict(TypedDict, total=False):
    """`CardAt` as a dict, with the names of the wire."""

    lat: float
    lon: float
