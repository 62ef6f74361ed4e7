from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypedDict

from pydantic import Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import DateTime, Number

if TYPE_CHECKING:
    from .home import Home, HomeDict


class PetPatch(Model):
    nick_name: Annotated[str | None | UNSET, Field(alias="nickName")] = UNSET
    """Shown in place of the name."""

    weight: Annotated[Number, Field(ge=0.1, le=90)] | None | UNSET = UNSET
    born: DateTime | UNSET = UNSET
    home: Home | None | UNSET = UNSET


class PetPatchDict(TypedDict, total=False):
    """`PetPatch` as a dict, with the names of the wire."""

    nickName: str | None
    weight: float | None
    born: datetime | str
    home: HomeDict | None


later(__name__, "Home", "HomeDict")
