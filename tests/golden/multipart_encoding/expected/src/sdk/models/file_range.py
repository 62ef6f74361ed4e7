from __future__ import annotations

from typing import Annotated, TypedDict

from pydantic import Field

from .._runtime.model import UNSET, Model
from .._runtime.types import Integer


class FileRange(Model):
    from_: Annotated[Integer | UNSET, Field(alias="from")] = UNSET
    to: Integer | UNSET = UNSET


FileRangeDict = TypedDict(
    "FileRangeDict",
    {
        "from": "int",
        "to": "int",
    },
    total=False,
)
"""`FileRange` as a dict, with the names of the wire."""
