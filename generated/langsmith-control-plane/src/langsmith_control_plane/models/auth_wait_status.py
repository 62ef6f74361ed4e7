from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.types import OPEN

AuthWaitStatus: TypeAlias = Annotated[
    Literal["completed", "pending", "timeout", "not_found"] | str, OPEN
]
"""State in which waiting for a sign-in ended."""
