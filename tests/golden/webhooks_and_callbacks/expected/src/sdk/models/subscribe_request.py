from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model


class SubscribeRequest(Model):
    url: str | UNSET = UNSET


class SubscribeRequestDict(TypedDict, total=False):
    """`SubscribeRequest` as a dict, with the names of the wire."""

    url: str
