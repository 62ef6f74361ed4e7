from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model


class Address(Model):
    country: str | UNSET = UNSET


class AddressDict(TypedDict, total=False):
    """`Address` as a dict, with the names of the wire."""

    country: str
