from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .leaf import Leaf


class Tree(Model):
    leaf: Leaf | UNSET = UNSET
    branches: list[Tree] | UNSET = UNSET


later(__name__, "Leaf")
