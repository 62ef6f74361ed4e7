from __future__ import annotations

from .._runtime.model import Model


class ErrorResponse(Model):
    """Why a request failed."""

    detail: str
    """Explanation for people."""
