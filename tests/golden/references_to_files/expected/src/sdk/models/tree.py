from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .leaf import Leaf


class Tree(Model):
    leaf: Leaf | UNSET = UNSET
    branches: list[Tree] | UNSET = UNSET
