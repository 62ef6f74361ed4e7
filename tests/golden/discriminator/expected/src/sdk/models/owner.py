from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .animal import Animal


class Owner(Model):
    animal: Animal | None | UNSET = UNSET


later(__name__, "Animal")
