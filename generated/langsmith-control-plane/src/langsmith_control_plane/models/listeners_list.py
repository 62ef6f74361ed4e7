from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import later
from .._runtime.model import Model
from .._runtime.types import Integer

if TYPE_CHECKING:
    from .listener import Listener


class ListenersList(Model):
    resources: list[Listener]
    offset: Integer
    """Value of `offset` to send for the next page."""


later(__name__, "Listener")
