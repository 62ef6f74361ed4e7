from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import OPEN, DateTime, Uuid

if TYPE_CHECKING:
    from .secret import Secret
    from .secret_reference import SecretReference
    from .source_config import SourceConfig
    from .source_revision_config import SourceRevisionConfig


class Deployment(Model):
    """A deployment of an Agent Server."""

    name: str
    """Name of the deployment, fixed at creation. A tracing project of this name is created along with
    it.
    """

    source: Annotated[
        Literal["github", "external_docker", "internal_docker", "internal_source"] | str, OPEN
    ]
    """What to deploy from: a GitHub repository (`github`, on Cloud only) or an external Docker image
    (`external_docker`, self-hosted only). Fixed at creation.
    """

    source_config: SourceConfig
    source_revision_config: SourceRevisionConfig
    secrets: list[Secret]
    secret_references: list[SecretReference] | None | UNSET = UNSET
    """Existing Kubernetes Secrets to read environment variables from, for `external_docker` only.
    """

    id: Uuid
    """ID of the deployment. Read-only."""

    tenant_id: Uuid
    """ID of the tenant (workspace) to which the deployment belongs. Read-only."""

    created_at: DateTime
    """When the deployment was created. Read-only."""

    updated_at: DateTime
    """When the deployment last changed. Read-only."""

    status: Annotated[
        Literal["AWAITING_DATABASE", "READY", "UNUSED", "AWAITING_DELETE", "UNKNOWN"] | str, OPEN
    ]
    """State of the deployment. Read-only."""

    latest_revision_id: Uuid | None
    """ID of the newest revision, deployed or not. Read-only."""

    active_revision_id: Uuid | None
    """ID of the revision that is deployed now. Read-only."""

    image_version: str | None | UNSET = UNSET
    """Version of the image that is deployed."""


later(__name__, "Secret", "SecretReference", "SourceConfig", "SourceRevisionConfig")
