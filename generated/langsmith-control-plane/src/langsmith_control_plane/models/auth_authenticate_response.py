from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .auth_status import AuthStatus


class AuthAuthenticateResponse(Model):
    """A token, or what is needed to get one."""

    status: AuthStatus
    url: str | None | UNSET = UNSET
    auth_id: str | None | UNSET = UNSET
    token: str | None | UNSET = UNSET
    user_id: str | None | UNSET = UNSET
    metadata: dict[str, Any] | None | UNSET = UNSET


later(__name__, "AuthStatus")
