from __future__ import annotations

from .._runtime.model import Model


class LocalObjectReference(Model):
    """Names another Kubernetes object of the same namespace."""

    name: str
    """Name of the object, such as a Secret to pull images with."""
