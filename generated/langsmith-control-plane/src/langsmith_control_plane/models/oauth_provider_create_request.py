from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from .._runtime.model import UNSET, Model
from .._runtime.types import OPEN


class OAuthProviderCreateRequest(Model):
    """What is needed to create an OAuth provider by hand."""

    provider_id: str
    name: str
    client_id: str
    client_secret: str | None | UNSET = UNSET
    auth_url: str
    token_url: str
    uses_pkce: bool | UNSET = UNSET
    """Default: `false`; an absent property is `UNSET` all the same."""

    code_challenge_method: str | UNSET = UNSET
    """Default: `"S256"`; an absent property is `UNSET` all the same."""

    provider_type: (
        Annotated[Literal["microsoft", "salesforce", "slack"] | str, OPEN] | None | UNSET
    ) = UNSET
    token_endpoint_auth_method: (
        Annotated[Literal["none", "client_secret_basic", "client_secret_post"] | str, OPEN] | UNSET
    ) = UNSET
    """Default: `"client_secret_post"`; an absent property is `UNSET` all the same."""


class OAuthProviderCreateRequestDict(TypedDict):
    """`OAuthProviderCreateRequest` as a dict, with the names of the wire."""

    provider_id: str
    name: str
    client_id: str
    client_secret: NotRequired[str | None]
    auth_url: str
    token_url: str
    uses_pkce: NotRequired[bool]
    code_challenge_method: NotRequired[str]
    provider_type: NotRequired[Literal["microsoft", "salesforce", "slack"] | None]
    token_endpoint_auth_method: NotRequired[
        Literal["none", "client_secret_basic", "client_secret_post"]
    ]
