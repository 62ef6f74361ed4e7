from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .owner import Owner, OwnerDict


class Home(Model):
    city: str | UNSET = UNSET
    tenant: Owner | UNSET = UNSET


class HomeDict(TypedDict, total=False):
    """`Home` as a dict, with the names of the wire."""

    city: str
    tenant: OwnerDict


later(__name__, "Owner", "OwnerDict")
