"""The operations tagged 'Integrations (v1)'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from .. import models
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import integrations as _calls


class Integrations:
    """The operations tagged 'Integrations (v1)'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def list_github_integrations(self) -> Result[list[models.GithubIntegration]]:
        """List GitHub Integrations

        Return the GitHub integrations that Cloud deployments can use.
        """
        raise Unimplemented("integrations.list_github_integrations")

    async def list_github_repositories(
        self, integration_id: UUID
    ) -> Result[list[models.GithubRepository]]:
        """List GitHub Repositories

        Return the repositories that a GitHub integration can deploy from.

        Args:
            integration_id: ID of the GitHub integration.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("integrations.list_github_repositories")

    async def list_forge_github_integrations(self) -> Result[list[models.GithubIntegration]]:
        """List Forge GitHub Integrations

        Return the Forge integrations with GitHub.
        """
        raise Unimplemented("integrations.list_forge_github_integrations")

    async def list_forge_github_repositories(
        self, integration_id: UUID
    ) -> Result[list[models.GithubRepository]]:
        """List Forge GitHub Repositories

        Return the GitHub repositories that a Forge integration can reach.

        Args:
            integration_id: ID of the Forge integration.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("integrations.list_forge_github_repositories")


def routes(handlers: Integrations | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Integrations() if handlers is None else handlers
    yield Route(_calls.LIST_GITHUB_INTEGRATIONS, handlers.list_github_integrations)
    yield Route(_calls.LIST_GITHUB_REPOSITORIES, handlers.list_github_repositories)
    yield Route(_calls.LIST_FORGE_GITHUB_INTEGRATIONS, handlers.list_forge_github_integrations)
    yield Route(_calls.LIST_FORGE_GITHUB_REPOSITORIES, handlers.list_forge_github_repositories)
