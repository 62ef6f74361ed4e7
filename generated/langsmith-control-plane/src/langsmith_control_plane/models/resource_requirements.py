from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model


class ResourceRequirements(Model):
    """Computing resources of a container."""

    limits: dict[str, str] | None | UNSET = UNSET
    """Most that may be used, as Kubernetes quantities by resource name."""

    requests: dict[str, str] | None | UNSET = UNSET
    """Least that is needed, as Kubernetes quantities by resource name."""


class ResourceRequirementsDict(TypedDict, total=False):
    """`ResourceRequirements` as a dict, with the names of the wire."""

    limits: dict[str, str] | None
    requests: dict[str, str] | None
