from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.types import OPEN

Kind: TypeAlias = Annotated[Literal["leaf", "branch"] | str, OPEN]
