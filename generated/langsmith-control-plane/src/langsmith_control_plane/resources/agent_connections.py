"""The operations tagged 'Agent Connections (v2)'."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._runtime.bodies import Body, spread
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.parameters import Path
from .._runtime.responses import Answer

LIST_CONNECTIONS: Operation[models.AgentConnectionListResponse] = Operation(
    "GET",
    "/v2/auth/agents/{agent_id}/connections",
    parameters=(Path("agent_id", lambda: str),),
    responses={
        "200": Answer("application/json", lambda: models.AgentConnectionListResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
CREATE_CONNECTION: Operation[models.AgentConnectionResponse] = Operation(
    "POST",
    "/v2/auth/agents/{agent_id}/connections",
    parameters=(Path("agent_id", lambda: str),),
    body=Body("application/json", lambda: models.CreateAgentConnectionRequest, required=True),
    responses={
        "201": Answer("application/json", lambda: models.AgentConnectionResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
REMOVE_CONNECTION: Operation[None] = Operation(
    "DELETE",
    "/v2/auth/agents/{agent_id}/connections/{connection_id}",
    parameters=(
        Path("agent_id", lambda: str),
        Path("connection_id", lambda: str),
    ),
    responses={
        "204": Answer(),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)


class AgentConnections:
    """The operations tagged 'Agent Connections (v2)'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list_connections(self, agent_id: str) -> models.AgentConnectionListResponse:
        """List Connections

        Args:
            agent_id: ID of the agent.
        """
        return self._client.send(LIST_CONNECTIONS, {"agent_id": agent_id})

    def create_connection(
        self, agent_id: str, *, oauth_token_id: str, extra_body: Mapping[str, object] | None = None
    ) -> models.AgentConnectionResponse:
        """Create Connection

        Args:
            agent_id: ID of the agent.
        """
        return self._client.send(
            CREATE_CONNECTION,
            {"agent_id": agent_id},
            body=spread({"oauth_token_id": oauth_token_id}, extra_body),
        )

    def remove_connection(self, agent_id: str, connection_id: str) -> None:
        """Remove Connection

        Args:
            agent_id: ID of the agent.
            connection_id: ID of the connection.
        """
        return self._client.send(
            REMOVE_CONNECTION, {"agent_id": agent_id, "connection_id": connection_id}
        )


class AsyncAgentConnections:
    """The operations tagged 'Agent Connections (v2)'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list_connections(self, agent_id: str) -> models.AgentConnectionListResponse:
        """List Connections

        Args:
            agent_id: ID of the agent.
        """
        return await self._client.send(LIST_CONNECTIONS, {"agent_id": agent_id})

    async def create_connection(
        self, agent_id: str, *, oauth_token_id: str, extra_body: Mapping[str, object] | None = None
    ) -> models.AgentConnectionResponse:
        """Create Connection

        Args:
            agent_id: ID of the agent.
        """
        return await self._client.send(
            CREATE_CONNECTION,
            {"agent_id": agent_id},
            body=spread({"oauth_token_id": oauth_token_id}, extra_body),
        )

    async def remove_connection(self, agent_id: str, connection_id: str) -> None:
        """Remove Connection

        Args:
            agent_id: ID of the agent.
            connection_id: ID of the connection.
        """
        return await self._client.send(
            REMOVE_CONNECTION, {"agent_id": agent_id, "connection_id": connection_id}
        )
