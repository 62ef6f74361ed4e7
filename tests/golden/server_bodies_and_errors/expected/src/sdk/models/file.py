from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model
from .._runtime.types import Integer


class File(Model):
    size: Integer | UNSET = UNSET


class FileDict(TypedDict, total=False):
    """`File` as a dict, with the names of the wire."""

    size: int
