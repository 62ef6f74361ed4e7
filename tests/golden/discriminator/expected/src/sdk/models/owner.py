from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .animal import Animal


class Owner(Model):
    animal: Animal | None | UNSET = UNSET
