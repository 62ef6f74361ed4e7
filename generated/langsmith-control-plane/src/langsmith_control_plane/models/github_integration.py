from __future__ import annotations

from .._runtime.model import Model
from .._runtime.types import Integer, Uuid


class GithubIntegration(Model):
    """A connection to a GitHub account."""

    id: Uuid
    """ID of this integration: the value for `integration_id` in `POST /v2/deployments`."""

    installation_id: Integer
    """Number of the installation on GitHub."""

    name: str
    """Name of the GitHub account."""
