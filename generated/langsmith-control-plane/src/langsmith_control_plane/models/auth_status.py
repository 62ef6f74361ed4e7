from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.types import OPEN

AuthStatus: TypeAlias = Annotated[
    Literal["completed", "pending", "connection_required", "token_expired"] | str, OPEN
]
"""State of an authentication."""
