from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model


class Watch(Model):
    since: str | UNSET = UNSET


class WatchDict(TypedDict, total=False):
    """`Watch` as a dict, with the names of the wire."""

    since: str
