from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .auth_wait_status import AuthWaitStatus


class AuthWaitResponse(Model):
    """Outcome of waiting for a sign-in."""

    status: AuthWaitStatus
    token: str | None | UNSET = UNSET


later(__name__, "AuthWaitStatus")
