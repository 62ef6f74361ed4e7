"""The operations tagged 'Agent Connections (v2)'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import models
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import agent_connections as _calls


class AgentConnections:
    """The operations tagged 'Agent Connections (v2)'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def list_connections(self, agent_id: str) -> Result[models.AgentConnectionListResponse]:
        """List Connections

        Args:
            agent_id: ID of the agent.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("agent_connections.list_connections")

    async def create_connection(
        self, agent_id: str, body: models.CreateAgentConnectionRequest
    ) -> Result[models.AgentConnectionResponse]:
        """Create Connection

        Args:
            agent_id: ID of the agent.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("agent_connections.create_connection")

    async def remove_connection(self, agent_id: str, connection_id: str) -> Result[None]:
        """Remove Connection

        Args:
            agent_id: ID of the agent.
            connection_id: ID of the connection.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("agent_connections.remove_connection")


def routes(handlers: AgentConnections | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = AgentConnections() if handlers is None else handlers
    yield Route(_calls.LIST_CONNECTIONS, handlers.list_connections)
    yield Route(_calls.CREATE_CONNECTION, handlers.create_connection)
    yield Route(_calls.REMOVE_CONNECTION, handlers.remove_connection)
