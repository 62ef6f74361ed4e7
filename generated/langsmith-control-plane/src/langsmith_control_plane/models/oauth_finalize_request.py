from __future__ import annotations

from .._runtime.model import Model


class OAuthFinalizeRequest(Model):
    """What the front end passes on to finish an OAuth sign-in."""

    code: str
    state: str
