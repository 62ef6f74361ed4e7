from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from .._runtime.lazy import later
from .._runtime.model import Model
from .._runtime.types import OPEN, DateTime, Uuid

if TYPE_CHECKING:
    from .source_revision_config import SourceRevisionConfig


class Revision(Model):
    """One version of a deployment."""

    id: Uuid
    """ID of the revision. Read-only."""

    created_at: DateTime
    """When the revision was created. Read-only."""

    updated_at: DateTime
    """When the revision last changed. Read-only."""

    status: Annotated[
        Literal[
            "CREATING",
            "QUEUED",
            "AWAITING_BUILD",
            "BUILDING",
            "AWAITING_DEPLOY",
            "DEPLOYING",
            "CREATE_FAILED",
            "BUILD_FAILED",
            "DEPLOY_FAILED",
            "DEPLOYED",
            "SKIPPED",
            "INTERRUPTED",
            "UNKNOWN",
        ]
        | str,
        OPEN,
    ]
    """How far the revision has come. Read-only."""

    source: Annotated[
        Literal["github", "external_docker", "internal_docker", "internal_source"] | str, OPEN
    ]
    """What to deploy from: a GitHub repository (`github`, on Cloud only) or an external Docker image
    (`external_docker`, self-hosted only). Fixed at creation.
    """

    source_revision_config: SourceRevisionConfig


later(__name__, "SourceRevisionConfig")
