from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NotRequired, TypedDict

from pydantic import Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .env_var import EnvVar, EnvVarDict
    from .resource_requirements import ResourceRequirements, ResourceRequirementsDict
    from .volume_mount import VolumeMount, VolumeMountDict


class Container(Model):
    """A container that is added to the pod, as an init container or as a sidecar."""

    name: str
    """Name of the container, a DNS label."""

    image: str
    """Image that the container runs."""

    image_pull_policy: Annotated[str | None | UNSET, Field(alias="imagePullPolicy")] = UNSET
    """When to pull the image: `Always`, `Never` or `IfNotPresent`."""

    command: list[str] | None | UNSET = UNSET
    """Program to run and its first arguments; no shell takes part."""

    args: list[str] | None | UNSET = UNSET
    """What the program is called with."""

    working_dir: Annotated[str | None | UNSET, Field(alias="workingDir")] = UNSET
    """Directory in which the container starts."""

    env: list[EnvVar] | None | UNSET = UNSET
    """Variables to set in the environment of the container."""

    env_from: Annotated[list[dict[str, Any]] | None | UNSET, Field(alias="envFrom")] = UNSET
    """Sources that supply further environment variables."""

    resources: ResourceRequirements | None | UNSET = UNSET
    """What the container requests and may use."""

    volume_mounts: Annotated[list[VolumeMount] | None | UNSET, Field(alias="volumeMounts")] = UNSET
    """Where the container mounts volumes of the pod."""

    security_context: Annotated[dict[str, Any] | None | UNSET, Field(alias="securityContext")] = (
        UNSET
    )
    """Kubernetes security options."""

    restart_policy: Annotated[str | None | UNSET, Field(alias="restartPolicy")] = UNSET
    """When a sidecar is restarted: `Always` or `OnFailure`."""


class ContainerDict(TypedDict):
    """`Container` as a dict, with the names of the wire."""

    name: str
    image: str
    imagePullPolicy: NotRequired[str | None]
    command: NotRequired[list[str] | None]
    args: NotRequired[list[str] | None]
    workingDir: NotRequired[str | None]
    env: NotRequired[list[EnvVarDict] | None]
    envFrom: NotRequired[list[dict[str, Any]] | None]
    resources: NotRequired[ResourceRequirementsDict | None]
    volumeMounts: NotRequired[list[VolumeMountDict] | None]
    securityContext: NotRequired[dict[str, Any] | None]
    restartPolicy: NotRequired[str | None]


later(
    __name__,
    "EnvVar",
    "EnvVarDict",
    "ResourceRequirements",
    "ResourceRequirementsDict",
    "VolumeMount",
    "VolumeMountDict",
)
