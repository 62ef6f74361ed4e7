from __future__ import annotations

from .._runtime.model import Model


class CreateAgentConnectionRequest(Model):
    oauth_token_id: str
