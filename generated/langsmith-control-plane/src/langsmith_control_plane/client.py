"""The clients: one waits for answers, the other is awaited."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import httpx2

from ._runtime import client as _client
from ._runtime.credentials import ApiKeyCredential, BearerCredential, Secret
from ._runtime.model import UNSET
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from .resources.agent_connections import AsyncAgentConnections, AgentConnections
    from .resources.auth_service import AsyncAuthService, AuthService
    from .resources.deployments import AsyncDeployments, Deployments
    from .resources.integrations import AsyncIntegrations, Integrations
    from .resources.listeners import AsyncListeners, Listeners

SERVERS: tuple[str, ...] = (
    "https://api.host.langchain.com",  # LangSmith Cloud, United States.
    "https://eu.api.host.langchain.com",  # LangSmith Cloud, European Union.
    "https://localhost/api-host",  # A self-hosted installation.
)


class Client(_client.SyncClient):
    """A client of LangSmith Deployment Control Plane API whose calls wait for the answer."""

    _user_agent = "langsmith-control-plane/0.1.0"
    _servers = SERVERS
    _status_errors = STATUS_ERRORS

    def __init__(
        self,
        *,
        api_key: Secret | None = None,
        bearer_auth: Secret | None = None,
        tenant_id: Secret | None = None,
        base_url: str = SERVERS[0],
        timeout: float | httpx2.Timeout | None | UNSET = UNSET,
        headers: Mapping[str, str] = _client.NO_HEADERS,
        http_client: httpx2.Client | None = None,
    ) -> None:
        """Where to call, as whom, and how long to wait.

        Args:
            api_key: A LangSmith API key.
            bearer_auth: A bearer token in the `Authorization` header.
            tenant_id: The ID of the workspace that the request acts on.
            base_url: Where the API is; `SERVERS` lists the known places.
            timeout: Seconds to wait for an answer, None for no limit; 60 by default.
            headers: Sent with every call.
            http_client: A client of httpx2 to use in place of an own one; it is yours to close.
        """
        super().__init__(
            base_url=base_url,
            credentials={
                "api_key": ApiKeyCredential("header", "X-Api-Key", api_key),
                "bearer_auth": BearerCredential(bearer_auth),
                "tenant_id": ApiKeyCredential("header", "X-Tenant-Id", tenant_id),
            },
            timeout=timeout,
            headers=headers,
            http_client=http_client,
        )

    @cached_property
    def agent_connections(self) -> AgentConnections:
        """The operations tagged 'Agent Connections (v2)'."""
        from .resources.agent_connections import AgentConnections

        return AgentConnections(self)

    @cached_property
    def auth_service(self) -> AuthService:
        """The operations tagged 'Auth Service (v2)'."""
        from .resources.auth_service import AuthService

        return AuthService(self)

    @cached_property
    def deployments(self) -> Deployments:
        """The operations tagged 'Deployments (v2)'."""
        from .resources.deployments import Deployments

        return Deployments(self)

    @cached_property
    def integrations(self) -> Integrations:
        """The operations tagged 'Integrations (v1)'."""
        from .resources.integrations import Integrations

        return Integrations(self)

    @cached_property
    def listeners(self) -> Listeners:
        """The operations tagged 'Listeners (v2)'."""
        from .resources.listeners import Listeners

        return Listeners(self)


class AsyncClient(_client.AsyncClient):
    """A client of LangSmith Deployment Control Plane API whose calls are awaited."""

    _user_agent = "langsmith-control-plane/0.1.0"
    _servers = SERVERS
    _status_errors = STATUS_ERRORS

    def __init__(
        self,
        *,
        api_key: Secret | None = None,
        bearer_auth: Secret | None = None,
        tenant_id: Secret | None = None,
        base_url: str = SERVERS[0],
        timeout: float | httpx2.Timeout | None | UNSET = UNSET,
        headers: Mapping[str, str] = _client.NO_HEADERS,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        """Where to call, as whom, and how long to wait.

        Args:
            api_key: A LangSmith API key.
            bearer_auth: A bearer token in the `Authorization` header.
            tenant_id: The ID of the workspace that the request acts on.
            base_url: Where the API is; `SERVERS` lists the known places.
            timeout: Seconds to wait for an answer, None for no limit; 60 by default.
            headers: Sent with every call.
            http_client: A client of httpx2 to use in place of an own one; it is yours to close.
        """
        super().__init__(
            base_url=base_url,
            credentials={
                "api_key": ApiKeyCredential("header", "X-Api-Key", api_key),
                "bearer_auth": BearerCredential(bearer_auth),
                "tenant_id": ApiKeyCredential("header", "X-Tenant-Id", tenant_id),
            },
            timeout=timeout,
            headers=headers,
            http_client=http_client,
        )

    @cached_property
    def agent_connections(self) -> AsyncAgentConnections:
        """The operations tagged 'Agent Connections (v2)'."""
        from .resources.agent_connections import AsyncAgentConnections

        return AsyncAgentConnections(self)

    @cached_property
    def auth_service(self) -> AsyncAuthService:
        """The operations tagged 'Auth Service (v2)'."""
        from .resources.auth_service import AsyncAuthService

        return AsyncAuthService(self)

    @cached_property
    def deployments(self) -> AsyncDeployments:
        """The operations tagged 'Deployments (v2)'."""
        from .resources.deployments import AsyncDeployments

        return AsyncDeployments(self)

    @cached_property
    def integrations(self) -> AsyncIntegrations:
        """The operations tagged 'Integrations (v1)'."""
        from .resources.integrations import AsyncIntegrations

        return AsyncIntegrations(self)

    @cached_property
    def listeners(self) -> AsyncListeners:
        """The operations tagged 'Listeners (v2)'."""
        from .resources.listeners import AsyncListeners

        return AsyncListeners(self)
