from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class OAuthFinalizeRequest(Model):
    """What the front end passes on to finish an OAuth sign-in."""

    code: str
    state: str


class OAuthFinalizeRequestDict(TypedDict):
    """`OAuthFinalizeRequest` as a dict, with the names of the wire."""

    code: str
    state: str
