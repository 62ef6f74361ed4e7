from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .identifier import Identifier


class Account(Model):
    """Somebody.

    As it is received. `AccountInput.from_received` makes of it what may be sent.
    """

    id: Identifier
    name: str
    owner: Account | None | UNSET = UNSET
    _sent_as: ClassVar[str] = "AccountInput"


later(__name__, "Identifier")
