from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class CreateAgentConnectionRequest(Model):
    oauth_token_id: str


class CreateAgentConnectionRequestDict(TypedDict):
    """`CreateAgentConnectionRequest` as a dict, with the names of the wire."""

    oauth_token_id: str
