from __future__ import annotations

from .._runtime.model import UNSET, Model
from .._runtime.types import DateTime


class OAuthProviderResponse(Model):
    """An OAuth provider; its client secret is left out."""

    id: str
    organization_id: str
    provider_id: str
    name: str
    client_id: str
    auth_url: str
    token_url: str
    uses_pkce: bool
    code_challenge_method: str | None
    provider_type: str | None | UNSET = UNSET
    mcp_server_url: str | None | UNSET = UNSET
    token_endpoint_auth_method: str | UNSET = UNSET
    """Default: `"client_secret_post"`; an absent property is `UNSET` all the same."""

    is_dynamic_client: bool | UNSET = UNSET
    """Default: `false`; an absent property is `UNSET` all the same."""

    created_at: DateTime
    updated_at: DateTime
