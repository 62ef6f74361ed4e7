from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class LocalObjectReference(Model):
    """Names another Kubernetes object of the same namespace."""

    name: str
    """Name of the object, such as a Secret to pull images with."""


class LocalObjectReferenceDict(TypedDict):
    """`LocalObjectReference` as a dict, with the names of the wire."""

    name: str
