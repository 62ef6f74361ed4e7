from __future__ import annotations

from .._runtime.model import Model


class OAuthTokenStatusResponse(Model):
    """Whether a token is there."""

    has_token: bool
