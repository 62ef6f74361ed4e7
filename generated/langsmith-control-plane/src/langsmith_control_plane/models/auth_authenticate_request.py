from __future__ import annotations

from typing import NotRequired, TypedDict
from uuid import UUID

from .._runtime.model import UNSET, Model
from .._runtime.types import Uuid


class AuthAuthenticateRequest(Model):
    """Asks for the OAuth token of a user."""

    user_id: str | None | UNSET = UNSET
    ls_user_id: str | None | UNSET = UNSET
    agent_id: str | None | UNSET = UNSET
    provider: str
    scopes: list[str]
    use_agent_builder_public_oauth: bool | UNSET = UNSET
    """Default: `false`; an absent property is `UNSET` all the same."""

    force_new: bool | UNSET = UNSET
    """Default: `false`; an absent property is `UNSET` all the same."""

    token_id: Uuid | None | UNSET = UNSET
    is_default: bool | UNSET = UNSET
    """Default: `true`; an absent property is `UNSET` all the same."""


class AuthAuthenticateRequestDict(TypedDict):
    """`AuthAuthenticateRequest` as a dict, with the names of the wire."""

    user_id: NotRequired[str | None]
    ls_user_id: NotRequired[str | None]
    agent_id: NotRequired[str | None]
    provider: str
    scopes: list[str]
    use_agent_builder_public_oauth: NotRequired[bool]
    force_new: NotRequired[bool]
    token_id: NotRequired[UUID | str | None]
    is_default: NotRequired[bool]
