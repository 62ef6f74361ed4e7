from __future__ import annotations

from .._runtime.model import Model
from .._runtime.types import Integer, Uuid


class GithubRepository(Model):
    """A GitHub repository that an integration can reach."""

    host_integration_id: Uuid
    """ID of the GitHub integration: the value for `integration_id` in `POST /v2/deployments`."""

    id: Integer
    """Number of the repository on GitHub."""

    name: str
    """Name of the repository."""

    owner: str
    """Account that owns the repository."""

    url: str
    """URL of the repository: the value for `source_config.repo_url` in `POST /v2/deployments`."""

    default_branch: str
    """Default branch of the repository: a value for `source_revision_config.repo_ref` in `POST
    /v2/deployments`.
    """
