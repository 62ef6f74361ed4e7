from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypedDict

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import OPEN

if TYPE_CHECKING:
    from .secret import Secret, SecretDict
    from .secret_reference import SecretReference, SecretReferenceDict
    from .source_config_request import SourceConfigRequest, SourceConfigRequestDict
    from .source_revision_config_request import (
        SourceRevisionConfigRequest,
        SourceRevisionConfigRequestDict,
    )


class DeploymentPatchRequest(Model):
    """Changes to a deployment. Some of them create a new revision; which ones depends on the `source`
    of the deployment.
    """

    revision_source: (
        Annotated[Literal["github", "internal_docker", "internal_source"] | str, OPEN]
        | None
        | UNSET
    ) = UNSET
    """Source of the new revision only. Without it, the `source` of the deployment applies."""

    source_config: SourceConfigRequest | None | UNSET = UNSET
    source_revision_config: SourceRevisionConfigRequest | None | UNSET = UNSET
    secrets: list[Secret] | None | UNSET = UNSET
    secret_references: list[SecretReference] | None | UNSET = UNSET
    """Existing Kubernetes Secrets to read environment variables from, for `external_docker` only.
    """


class DeploymentPatchRequestDict(TypedDict, total=False):
    """`DeploymentPatchRequest` as a dict, with the names of the wire."""

    revision_source: Literal["github", "internal_docker", "internal_source"] | None
    source_config: SourceConfigRequestDict | None
    source_revision_config: SourceRevisionConfigRequestDict | None
    secrets: list[SecretDict] | None
    secret_references: list[SecretReferenceDict] | None


later(
    __name__,
    "Secret",
    "SecretDict",
    "SecretReference",
    "SecretReferenceDict",
    "SourceConfigRequest",
    "SourceConfigRequestDict",
    "SourceRevisionConfigRequest",
    "SourceRevisionConfigRequestDict",
)
