from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .deep_a import DeepA


class Deep(Model):
    a: DeepA | UNSET = UNSET
    c: list[str] | UNSET = UNSET


later(__name__, "DeepA")
