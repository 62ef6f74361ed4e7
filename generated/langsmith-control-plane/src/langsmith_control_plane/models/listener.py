from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import DateTime, Uuid

if TYPE_CHECKING:
    from .listener_compute_config import ListenerComputeConfig


class Listener(Model):
    """A listener, which deploys to compute that the user runs."""

    version: str | None | UNSET = UNSET
    """Version that the listener runs."""

    compute_type: Literal["k8s"]
    """Kind of compute behind the listener. Fixed at creation."""

    compute_id: str
    """Name that the user gives to the compute behind the listener, such as the name of the Kubernetes
    cluster for `k8s`. Unique and fixed at creation.
    """

    compute_config: ListenerComputeConfig
    id: Uuid
    """ID of the listener, assigned by the server. Read-only."""

    created_at: DateTime
    """When the listener was created. Read-only."""

    updated_at: DateTime
    """When the listener last changed. Read-only."""


later(__name__, "ListenerComputeConfig")
