from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model


class Home(Model):
    street: str | UNSET = UNSET


class HomeDict(TypedDict, total=False):
    """`Home` as a dict, with the names of the wire."""

    street: str
