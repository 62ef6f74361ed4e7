from __future__ import annotations

from typing import Any, Literal

from .._runtime.conditions import Having, Implies, Part, Unevaluated
from .._runtime.model import UNSET, Model
from .._runtime.rules import rules
from .._runtime.types import Nothing, Number


class Shape(Model):
    kind: str | UNSET = UNSET
    _rules = rules(
        Implies(Having(required={"kind": Literal["circle"]}), Having(optional={"radius": Number})),
        Unevaluated(
            Nothing,
            Part(Any, ("kind",)),
            Part(Having(required={"kind": Literal["circle"]}), ("kind", "radius")),
        ),
    )
