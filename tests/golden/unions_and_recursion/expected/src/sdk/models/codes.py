from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.types import OPEN

Codes: TypeAlias = Annotated[Literal[1, 2] | int, OPEN] | None
