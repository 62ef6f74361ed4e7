from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class Pet(Model):
    name: str


class PetDict(TypedDict):
    """`Pet` as a dict, with the names of the wire."""

    name: str
