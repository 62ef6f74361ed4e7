from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model


class OAuthProviderUpdateRequest(Model):
    """Changes to an OAuth provider."""

    name: str | None | UNSET = UNSET
    client_id: str | None | UNSET = UNSET
    client_secret: str | None | UNSET = UNSET
    auth_url: str | None | UNSET = UNSET
    token_url: str | None | UNSET = UNSET
    uses_pkce: bool | None | UNSET = UNSET
    code_challenge_method: str | None | UNSET = UNSET


class OAuthProviderUpdateRequestDict(TypedDict, total=False):
    """`OAuthProviderUpdateRequest` as a dict, with the names of the wire."""

    name: str | None
    client_id: str | None
    client_secret: str | None
    auth_url: str | None
    token_url: str | None
    uses_pkce: bool | None
    code_challenge_method: str | None
