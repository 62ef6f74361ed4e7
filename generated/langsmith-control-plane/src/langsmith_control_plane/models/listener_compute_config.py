from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model


class ListenerComputeConfig(Model):
    """Settings that depend on `compute_type`. Each may be null, and the server checks which ones
    `compute_type` calls for.
    """

    k8s_namespaces: list[str] | None | UNSET = UNSET
    """Kubernetes namespaces that the listener serves, for `k8s` only."""


class ListenerComputeConfigDict(TypedDict, total=False):
    """`ListenerComputeConfig` as a dict, with the names of the wire."""

    k8s_namespaces: list[str] | None
