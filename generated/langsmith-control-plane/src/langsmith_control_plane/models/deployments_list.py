from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import later
from .._runtime.model import Model
from .._runtime.types import Integer

if TYPE_CHECKING:
    from .deployment import Deployment


class DeploymentsList(Model):
    resources: list[Deployment]
    offset: Integer
    """Value of `offset` to send for the next page."""


later(__name__, "Deployment")
