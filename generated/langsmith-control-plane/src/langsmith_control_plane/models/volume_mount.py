from __future__ import annotations

from typing import Annotated, TypedDict

from pydantic import Field

from .._runtime.model import UNSET, Model


class VolumeMount(Model):
    """A mount of a volume in a container, written as in Kubernetes."""

    name: str | UNSET = UNSET
    """Name of the volume to mount."""

    mount_path: Annotated[str | UNSET, Field(alias="mountPath")] = UNSET
    """Path in the container to mount it at."""

    sub_path: Annotated[str | None | UNSET, Field(alias="subPath")] = UNSET
    """Path in the volume to mount, in place of its root."""

    mount_propagation: Annotated[str | None | UNSET, Field(alias="mountPropagation")] = UNSET
    """How mounts spread between the host and the container."""

    read_only: Annotated[bool | None | UNSET, Field(alias="readOnly")] = UNSET
    """Whether writing is forbidden."""

    sub_path_expr: Annotated[str | None | UNSET, Field(alias="subPathExpr")] = UNSET
    """Like `subPath`, with environment variables filled in."""


class VolumeMountDict(TypedDict, total=False):
    """`VolumeMount` as a dict, with the names of the wire."""

    name: str
    mountPath: str
    subPath: str | None
    mountPropagation: str | None
    readOnly: bool | None
    subPathExpr: str | None
