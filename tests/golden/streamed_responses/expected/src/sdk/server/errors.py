"""What a handler may raise: the error statuses that the API declares, each with its body."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._runtime.server.reply import (
    NO_HEADERS,
    HTTPProblem as HTTPProblem,
    Unimplemented as Unimplemented,
)


class NotFound(HTTPProblem):
    """404 Not Found"""

    def __init__(self, body: models.Fault, *, headers: Mapping[str, object] = NO_HEADERS) -> None:
        super().__init__(404, body, headers=headers)
