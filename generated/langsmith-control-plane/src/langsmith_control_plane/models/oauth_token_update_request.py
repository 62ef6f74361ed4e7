from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model


class OAuthTokenUpdateRequest(Model):
    """Changes to what is stored about a token."""

    provider_account_label: str | None | UNSET = UNSET
    is_default: bool | None | UNSET = UNSET


class OAuthTokenUpdateRequestDict(TypedDict, total=False):
    """`OAuthTokenUpdateRequest` as a dict, with the names of the wire."""

    provider_account_label: str | None
    is_default: bool | None
