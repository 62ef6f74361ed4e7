from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class SecretReference(Model):
    """Fills an environment variable from a Kubernetes Secret that exists already."""

    name: str
    """Environment variable to fill."""

    secret_name: str
    """Which Kubernetes Secret to read. It must be in the namespace of the deployment."""

    secret_key: str
    """Key in that Secret whose value is taken."""


class SecretReferenceDict(TypedDict):
    """`SecretReference` as a dict, with the names of the wire."""

    name: str
    secret_name: str
    secret_key: str
