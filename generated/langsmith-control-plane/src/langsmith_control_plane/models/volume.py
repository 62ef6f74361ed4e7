from __future__ import annotations

from typing import Annotated, Any, TypedDict

from pydantic import Field

from .._runtime.model import UNSET, Model


class Volume(Model):
    """A volume of the pod, written as in Kubernetes."""

    name: str | UNSET = UNSET
    """Name of the volume, a DNS label that no other volume of the pod has."""

    config_map: Annotated[dict[str, Any] | None | UNSET, Field(alias="configMap")] = UNSET
    """ConfigMap that fills the volume."""

    secret: dict[str, Any] | None | UNSET = UNSET
    """Kubernetes Secret that fills the volume."""

    empty_dir: Annotated[dict[str, Any] | None | UNSET, Field(alias="emptyDir")] = UNSET
    """Scratch directory that goes away with the pod."""

    persistent_volume_claim: Annotated[
        dict[str, Any] | None | UNSET, Field(alias="persistentVolumeClaim")
    ] = UNSET
    """Claim on a persistent volume to use."""

    nfs: dict[str, Any] | None | UNSET = UNSET
    """NFS share to mount for as long as the pod lives."""

    projected: dict[str, Any] | None | UNSET = UNSET
    """Several sources brought together in one directory."""

    downward_api: Annotated[dict[str, Any] | None | UNSET, Field(alias="downwardAPI")] = UNSET
    """Facts about the pod itself, laid out as files."""

    csi: dict[str, Any] | None | UNSET = UNSET
    """Volume that an external CSI driver provides."""


class VolumeDict(TypedDict, total=False):
    """`Volume` as a dict, with the names of the wire."""

    name: str
    configMap: dict[str, Any] | None
    secret: dict[str, Any] | None
    emptyDir: dict[str, Any] | None
    persistentVolumeClaim: dict[str, Any] | None
    nfs: dict[str, Any] | None
    projected: dict[str, Any] | None
    downwardAPI: dict[str, Any] | None
    csi: dict[str, Any] | None
