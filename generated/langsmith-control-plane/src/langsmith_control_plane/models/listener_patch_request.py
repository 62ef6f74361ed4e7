from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .listener_compute_config import ListenerComputeConfig


class ListenerPatchRequest(Model):
    """Changes to a listener."""

    version: str | None | UNSET = UNSET
    """Version that the listener runs."""

    compute_config: ListenerComputeConfig | None | UNSET = UNSET
