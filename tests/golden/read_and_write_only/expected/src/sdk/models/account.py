from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .identifier import Identifier


class Account(Model):
    """Somebody.

    As it is received.
    """

    id: Identifier
    name: str
    owner: Account | None | UNSET = UNSET


later(__name__, "Identifier")
