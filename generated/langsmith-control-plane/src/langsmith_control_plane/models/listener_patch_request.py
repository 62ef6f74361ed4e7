from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .listener_compute_config import ListenerComputeConfig, ListenerComputeConfigDict


class ListenerPatchRequest(Model):
    """Changes to a listener."""

    version: str | None | UNSET = UNSET
    """Version that the listener runs."""

    compute_config: ListenerComputeConfig | None | UNSET = UNSET


class ListenerPatchRequestDict(TypedDict, total=False):
    """`ListenerPatchRequest` as a dict, with the names of the wire."""

    version: str | None
    compute_config: ListenerComputeConfigDict | None


later(__name__, "ListenerComputeConfig", "ListenerComputeConfigDict")
