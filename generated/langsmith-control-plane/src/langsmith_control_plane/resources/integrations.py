"""The operations tagged 'Integrations (v1)'."""

from __future__ import annotations

from uuid import UUID

from .. import models
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.parameters import Path
from .._runtime.responses import Answer
from .._runtime.types import Uuid

LIST_GITHUB_INTEGRATIONS: Operation[list[models.GithubIntegration]] = Operation(
    "GET",
    "/v1/integrations/github/install",
    responses={
        "200": Answer("application/json", lambda: list[models.GithubIntegration]),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
LIST_GITHUB_REPOSITORIES: Operation[list[models.GithubRepository]] = Operation(
    "GET",
    "/v1/integrations/github/{integration_id}/repos",
    parameters=(Path("integration_id", lambda: Uuid),),
    responses={
        "200": Answer("application/json", lambda: list[models.GithubRepository]),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
LIST_FORGE_GITHUB_INTEGRATIONS: Operation[list[models.GithubIntegration]] = Operation(
    "GET",
    "/v1/integrations/forge/github/install",
    responses={
        "200": Answer("application/json", lambda: list[models.GithubIntegration]),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
LIST_FORGE_GITHUB_REPOSITORIES: Operation[list[models.GithubRepository]] = Operation(
    "GET",
    "/v1/integrations/forge/github/{integration_id}/repos",
    parameters=(Path("integration_id", lambda: Uuid),),
    responses={
        "200": Answer("application/json", lambda: list[models.GithubRepository]),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)


class Integrations:
    """The operations tagged 'Integrations (v1)'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list_github_integrations(self) -> list[models.GithubIntegration]:
        """List GitHub Integrations

        Return the GitHub integrations that Cloud deployments can use.
        """
        return self._client.send(LIST_GITHUB_INTEGRATIONS)

    def list_github_repositories(self, integration_id: UUID | str) -> list[models.GithubRepository]:
        """List GitHub Repositories

        Return the repositories that a GitHub integration can deploy from.

        Args:
            integration_id: ID of the GitHub integration.
        """
        return self._client.send(LIST_GITHUB_REPOSITORIES, {"integration_id": integration_id})

    def list_forge_github_integrations(self) -> list[models.GithubIntegration]:
        """List Forge GitHub Integrations

        Return the Forge integrations with GitHub.
        """
        return self._client.send(LIST_FORGE_GITHUB_INTEGRATIONS)

    def list_forge_github_repositories(
        self, integration_id: UUID | str
    ) -> list[models.GithubRepository]:
        """List Forge GitHub Repositories

        Return the GitHub repositories that a Forge integration can reach.

        Args:
            integration_id: ID of the Forge integration.
        """
        return self._client.send(LIST_FORGE_GITHUB_REPOSITORIES, {"integration_id": integration_id})


class AsyncIntegrations:
    """The operations tagged 'Integrations (v1)'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list_github_integrations(self) -> list[models.GithubIntegration]:
        """List GitHub Integrations

        Return the GitHub integrations that Cloud deployments can use.
        """
        return await self._client.send(LIST_GITHUB_INTEGRATIONS)

    async def list_github_repositories(
        self, integration_id: UUID | str
    ) -> list[models.GithubRepository]:
        """List GitHub Repositories

        Return the repositories that a GitHub integration can deploy from.

        Args:
            integration_id: ID of the GitHub integration.
        """
        return await self._client.send(LIST_GITHUB_REPOSITORIES, {"integration_id": integration_id})

    async def list_forge_github_integrations(self) -> list[models.GithubIntegration]:
        """List Forge GitHub Integrations

        Return the Forge integrations with GitHub.
        """
        return await self._client.send(LIST_FORGE_GITHUB_INTEGRATIONS)

    async def list_forge_github_repositories(
        self, integration_id: UUID | str
    ) -> list[models.GithubRepository]:
        """List Forge GitHub Repositories

        Return the GitHub repositories that a Forge integration can reach.

        Args:
            integration_id: ID of the Forge integration.
        """
        return await self._client.send(
            LIST_FORGE_GITHUB_REPOSITORIES, {"integration_id": integration_id}
        )
