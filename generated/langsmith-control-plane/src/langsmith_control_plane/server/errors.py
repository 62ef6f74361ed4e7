"""What a handler may raise: the error statuses that the API declares, each with its body."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._runtime.server.reply import (
    NO_HEADERS,
    HTTPProblem as HTTPProblem,
    Unimplemented as Unimplemented,
)


class BadRequest(HTTPProblem):
    """400 Bad Request"""

    def __init__(
        self, body: models.ErrorResponse, *, headers: Mapping[str, object] = NO_HEADERS
    ) -> None:
        super().__init__(400, body, headers=headers)


class Forbidden(HTTPProblem):
    """403 Forbidden"""

    def __init__(
        self, body: models.ErrorResponse, *, headers: Mapping[str, object] = NO_HEADERS
    ) -> None:
        super().__init__(403, body, headers=headers)


class NotFound(HTTPProblem):
    """404 Not Found"""

    def __init__(
        self, body: models.ErrorResponse, *, headers: Mapping[str, object] = NO_HEADERS
    ) -> None:
        super().__init__(404, body, headers=headers)


class Conflict(HTTPProblem):
    """409 Conflict"""

    def __init__(
        self, body: models.ErrorResponse, *, headers: Mapping[str, object] = NO_HEADERS
    ) -> None:
        super().__init__(409, body, headers=headers)


class UnprocessableEntity(HTTPProblem):
    """422 Unprocessable Entity"""

    def __init__(
        self, body: models.HTTPValidationError, *, headers: Mapping[str, object] = NO_HEADERS
    ) -> None:
        super().__init__(422, body, headers=headers)
