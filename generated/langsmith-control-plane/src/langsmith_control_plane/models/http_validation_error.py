from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model

if TYPE_CHECKING:
    from .validation_error import ValidationError


class HTTPValidationError(Model):
    detail: list[ValidationError] | UNSET = UNSET


later(__name__, "ValidationError")
