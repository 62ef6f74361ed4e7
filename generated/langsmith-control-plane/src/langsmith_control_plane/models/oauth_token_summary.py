from __future__ import annotations

from .._runtime.model import UNSET, Model
from .._runtime.types import DateTime


class OAuthTokenSummary(Model):
    """What may be shown of a token; the token itself is left out."""

    id: str
    provider_id: str
    provider_account_label: str | None | UNSET = UNSET
    scopes: list[str] | UNSET = UNSET
    """Default: `[]`; an absent property is `UNSET` all the same."""

    expires_at: DateTime | None | UNSET = UNSET
    is_default: bool | UNSET = UNSET
    """Default: `false`; an absent property is `UNSET` all the same."""

    created_at: DateTime
    updated_at: DateTime
