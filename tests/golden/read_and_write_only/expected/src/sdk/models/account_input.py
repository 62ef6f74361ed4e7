from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.model import UNSET, Model


class AccountInput(Model):
    """Somebody.

    As it is sent.
    """

    name: str
    password: str
    owner: AccountInput | None | UNSET = UNSET


class AccountInputDict(TypedDict):
    """`AccountInput` as a dict, with the names of the wire."""

    name: str
    password: str
    owner: NotRequired[AccountInputDict | None]
