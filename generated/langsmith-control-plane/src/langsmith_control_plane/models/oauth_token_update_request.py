from __future__ import annotations

from .._runtime.model import UNSET, Model


class OAuthTokenUpdateRequest(Model):
    """Changes to what is stored about a token."""

    provider_account_label: str | None | UNSET = UNSET
    is_default: bool | None | UNSET = UNSET
