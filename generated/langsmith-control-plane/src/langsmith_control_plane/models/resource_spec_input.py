from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypedDict

from pydantic import Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import Integer, Number

if TYPE_CHECKING:
    from .container import Container, ContainerDict
    from .local_object_reference import LocalObjectReference, LocalObjectReferenceDict
    from .volume import Volume, VolumeDict
    from .volume_mount import VolumeMount, VolumeMountDict


class ResourceSpecInput(Model):
    """Computing resources and pod settings of a deployment, for `external_docker` only. In a PATCH, a
    non-null value creates a new revision and replaces the whole stored specification.
    """

    min_scale: Integer | None | UNSET = UNSET
    """Fewest replicas of the deployment."""

    max_scale: Integer | None | UNSET = UNSET
    """Most replicas of the deployment."""

    cpu: Annotated[Number, Field(ge=0.1, le=8)] | None | UNSET = UNSET
    """CPU cores requested for one replica. Fractions are allowed (0.5 is 500m) and rounded to one
    decimal. Unless `cpu_limit` is set, the limit is twice this value.
    """

    cpu_limit: Annotated[Number, Field(ge=0.1, le=16)] | None | UNSET = UNSET
    """Most CPU cores that one replica may use. Fractions are allowed (0.5 is 500m) and rounded to one
    decimal. Twice `cpu` unless set.
    """

    memory_mb: Integer | None | UNSET = UNSET
    """Memory requested for one replica, in MB. Unless `memory_limit_mb` is set, the limit is twice
    this value.
    """

    memory_limit_mb: Integer | None | UNSET = UNSET
    """Most memory that one replica may use, in MB. Twice `memory_mb` unless set."""

    queue_min_scale: Integer | None | UNSET = UNSET
    """Fewest replicas of the queue. Equals `min_scale` unless set."""

    queue_max_scale: Integer | None | UNSET = UNSET
    """Most replicas of the queue. Equals `max_scale` unless set."""

    queue_cpu: Annotated[Number, Field(ge=0.1, le=8)] | None | UNSET = UNSET
    """CPU cores requested for one replica of the queue. Fractions are allowed (0.5 is 500m) and
    rounded to one decimal. Equals `cpu` unless set. Unless `queue_cpu_limit` is set, the limit is
    twice this value.
    """

    queue_cpu_limit: Annotated[Number, Field(ge=0.1, le=16)] | None | UNSET = UNSET
    """Most CPU cores that one replica of the queue may use. Fractions are allowed (0.5 is 500m) and
    rounded to one decimal. Twice `queue_cpu` unless set.
    """

    queue_memory_mb: Integer | None | UNSET = UNSET
    """Memory requested for one replica of the queue, in MB. Equals `memory_mb` unless set. Unless
    `queue_memory_limit_mb` is set, the limit is twice this value.
    """

    queue_memory_limit_mb: Integer | None | UNSET = UNSET
    """Most memory that one replica of the queue may use, in MB. Twice `queue_memory_mb` unless set.
    """

    orchestrator_cpu: Number | None | UNSET = UNSET
    """Not for use; leave unset."""

    orchestrator_cpu_limit: Number | None | UNSET = UNSET
    """Not for use; leave unset."""

    orchestrator_memory_mb: Integer | None | UNSET = UNSET
    """Not for use; leave unset."""

    orchestrator_memory_limit_mb: Integer | None | UNSET = UNSET
    """Not for use; leave unset."""

    orchestrator_min_scale: Integer | None | UNSET = UNSET
    """Not for use; leave unset."""

    orchestrator_max_scale: Integer | None | UNSET = UNSET
    """Not for use; leave unset."""

    executor_cpu: Number | None | UNSET = UNSET
    """Not for use; leave unset."""

    executor_cpu_limit: Number | None | UNSET = UNSET
    """Not for use; leave unset."""

    executor_memory_mb: Integer | None | UNSET = UNSET
    """Not for use; leave unset."""

    executor_memory_limit_mb: Integer | None | UNSET = UNSET
    """Not for use; leave unset."""

    redis_cpu: Annotated[Number, Field(ge=0.1, le=8)] | None | UNSET = UNSET
    """CPU cores requested for Redis. Fractions are allowed (0.5 is 500m) and rounded to one decimal.
    Unless `redis_cpu_limit` is set, the limit is twice this value.
    """

    redis_cpu_limit: Annotated[Number, Field(ge=0.1, le=16)] | None | UNSET = UNSET
    """Most CPU cores that Redis may use. Fractions are allowed (0.5 is 500m) and rounded to one
    decimal. Twice `redis_cpu` unless set.
    """

    redis_memory_mb: Integer | None | UNSET = UNSET
    """Memory requested for Redis, in MB. Unless `redis_memory_limit_mb` is set, the limit is the same
    value.
    """

    redis_memory_limit_mb: Integer | None | UNSET = UNSET
    """Most memory that Redis may use, in MB. Equals `redis_memory_mb` unless set."""

    labels: dict[str, str] | None | UNSET = UNSET
    """Kubernetes labels to add to what is created for the deployment."""

    annotations: dict[str, str] | None | UNSET = UNSET
    """Kubernetes annotations to add to what is created for the deployment."""

    service_account_name: str | None | UNSET = UNSET
    """Kubernetes service account to run under. It must exist in the namespace of the deployment."""

    image_pull_secrets: list[LocalObjectReference] | None | UNSET = UNSET
    """Secrets of type `kubernetes.io/dockerconfigjson`, in the same namespace, with which images are
    pulled.
    """

    volumes: list[Volume] | None | UNSET = UNSET
    """Volumes that containers of the pod can mount, written as in Kubernetes."""

    volume_mounts: list[VolumeMount] | None | UNSET = UNSET
    """Where the main container mounts volumes of the pod, written as in Kubernetes."""

    init_containers: list[Container] | None | UNSET = UNSET
    """Containers that run to their end before the main one starts (`initContainers` of the pod)."""

    sidecars: list[Container] | None | UNSET = UNSET
    """Containers that run beside the main one, added to the `containers` of the pod."""

    db_cpu: Number | None | UNSET = UNSET
    """CPU requested for Postgres. Unless `db_cpu_limit` is set, the limit is twice this value."""

    db_cpu_limit: Number | None | UNSET = UNSET
    """Most CPU that Postgres may use. Twice `db_cpu` unless set."""

    db_memory_mb: Integer | None | UNSET = UNSET
    """Memory requested for Postgres, in MB. Unless `db_memory_limit_mb` is set, the limit is twice
    this value.
    """

    db_memory_limit_mb: Integer | None | UNSET = UNSET
    """Most memory that Postgres may use, in MB. Twice `db_memory_mb` unless set."""

    db_storage_gi: Integer | None | UNSET = UNSET
    """Disk space of Postgres, in GiB."""

    db_max_connections: Integer | None | UNSET = UNSET
    """Most connections that Postgres accepts at a time."""


class ResourceSpecInputDict(TypedDict, total=False):
    """`ResourceSpecInput` as a dict, with the names of the wire."""

    min_scale: int | None
    max_scale: int | None
    cpu: float | None
    cpu_limit: float | None
    memory_mb: int | None
    memory_limit_mb: int | None
    queue_min_scale: int | None
    queue_max_scale: int | None
    queue_cpu: float | None
    queue_cpu_limit: float | None
    queue_memory_mb: int | None
    queue_memory_limit_mb: int | None
    orchestrator_cpu: float | None
    orchestrator_cpu_limit: float | None
    orchestrator_memory_mb: int | None
    orchestrator_memory_limit_mb: int | None
    orchestrator_min_scale: int | None
    orchestrator_max_scale: int | None
    executor_cpu: float | None
    executor_cpu_limit: float | None
    executor_memory_mb: int | None
    executor_memory_limit_mb: int | None
    redis_cpu: float | None
    redis_cpu_limit: float | None
    redis_memory_mb: int | None
    redis_memory_limit_mb: int | None
    labels: dict[str, str] | None
    annotations: dict[str, str] | None
    service_account_name: str | None
    image_pull_secrets: list[LocalObjectReferenceDict] | None
    volumes: list[VolumeDict] | None
    volume_mounts: list[VolumeMountDict] | None
    init_containers: list[ContainerDict] | None
    sidecars: list[ContainerDict] | None
    db_cpu: float | None
    db_cpu_limit: float | None
    db_memory_mb: int | None
    db_memory_limit_mb: int | None
    db_storage_gi: int | None
    db_max_connections: int | None


later(
    __name__,
    "Container",
    "ContainerDict",
    "LocalObjectReference",
    "LocalObjectReferenceDict",
    "Volume",
    "VolumeDict",
    "VolumeMount",
    "VolumeMountDict",
)
