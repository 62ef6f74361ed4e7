from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model


class ListenerConfig(Model):
    """A deployment's place on its listener, for `external_docker` only. Each field may be null, and
    the server checks them against the listener's `compute_type`.
    """

    k8s_namespace: str | None | UNSET = UNSET
    """Kubernetes namespace to deploy into, for listeners of type `k8s` only. Not patchable."""


class ListenerConfigDict(TypedDict, total=False):
    """`ListenerConfig` as a dict, with the names of the wire."""

    k8s_namespace: str | None
