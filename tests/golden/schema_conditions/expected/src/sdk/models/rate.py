from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from .._runtime.conditions import Implies
from .._runtime.types import MultipleOf, Number

Rate: TypeAlias = Annotated[
    Number, Implies(Annotated[Number, Field(ge=10)], Annotated[Number, MultipleOf(10)])
]
