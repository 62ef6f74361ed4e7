from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import later
from .._runtime.model import Model

if TYPE_CHECKING:
    from .agent_connection_response import AgentConnectionResponse


class AgentConnectionListResponse(Model):
    data: list[AgentConnectionResponse]


later(__name__, "AgentConnectionResponse")
