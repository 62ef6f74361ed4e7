from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, NotRequired, TypedDict

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


class DeploymentCreateRequest(Model):
    """What is needed to create a deployment."""

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

    source_config: SourceConfigRequest
    source_revision_config: SourceRevisionConfigRequest
    secrets: list[Secret]
    secret_references: list[SecretReference] | None | UNSET = UNSET
    """Existing Kubernetes Secrets to read environment variables from, for `external_docker` only.
    """


class DeploymentCreateRequestDict(TypedDict):
    """`DeploymentCreateRequest` as a dict, with the names of the wire."""

    name: str
    source: Literal["github", "external_docker", "internal_docker", "internal_source"]
    source_config: SourceConfigRequestDict
    source_revision_config: SourceRevisionConfigRequestDict
    secrets: list[SecretDict]
    secret_references: NotRequired[list[SecretReferenceDict] | None]


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
