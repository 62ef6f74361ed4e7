from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class Login(Model):
    """As it is sent."""

    secret: str


class LoginDict(TypedDict):
    """`Login` as a dict, with the names of the wire."""

    secret: str
