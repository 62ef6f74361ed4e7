from __future__ import annotations

from .._runtime.model import Model
from .._runtime.types import DateTime


class AgentConnectionResponse(Model):
    id: str
    agent_id: str
    oauth_token_id: str
    provider_id: str
    provider_account_label: str | None
    scopes: list[str]
    expires_at: DateTime | None
    created_by: str
    created_at: DateTime
