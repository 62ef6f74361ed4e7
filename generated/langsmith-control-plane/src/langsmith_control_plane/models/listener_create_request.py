from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .listener_compute_config import ListenerComputeConfig, ListenerComputeConfigDict


class ListenerCreateRequest(Model):
    """What is needed to create a listener. A workspace can have one listener for each `compute_id`."""

    version: str | None | UNSET = UNSET
    """Version that the listener runs."""

    compute_type: Literal["k8s"]
    """Kind of compute behind the listener. Fixed at creation."""

    compute_id: str
    """Name that the user gives to the compute behind the listener, such as the name of the Kubernetes
    cluster for `k8s`. Unique and fixed at creation.
    """

    compute_config: ListenerComputeConfig


class ListenerCreateRequestDict(TypedDict):
    """`ListenerCreateRequest` as a dict, with the names of the wire."""

    version: NotRequired[str | None]
    compute_type: Literal["k8s"]
    compute_id: str
    compute_config: ListenerComputeConfigDict


later(__name__, "ListenerComputeConfig", "ListenerComputeConfigDict")
