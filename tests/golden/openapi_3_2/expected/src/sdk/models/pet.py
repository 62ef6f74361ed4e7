from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from .._runtime.kinds import Told
from .._runtime.types import Growing

from .cat import Cat
from .other import Other

Pet: TypeAlias = Annotated[
    Annotated[Cat | Other, Told("kind", {"cat": Cat, "Other": Other})] | dict[str, Any],
    Growing("kind", "cat", "Other"),
]
