from __future__ import annotations

from datetime import date
from typing import TypedDict

from .._runtime.model import UNSET, Model
from .._runtime.types import Date


class FileAbout(Model):
    made: Date | UNSET = UNSET


class FileAboutDict(TypedDict, total=False):
    """`FileAbout` as a dict, with the names of the wire."""

    made: date | str
