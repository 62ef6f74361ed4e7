"""What a call can raise, with the body that the API declares for each status."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ._runtime import errors as _errors
from ._runtime.errors import APIConnectionError as APIConnectionError
from ._runtime.errors import APIError as APIError
from ._runtime.errors import APIResponseValidationError as APIResponseValidationError
from ._runtime.errors import APIStatusError as APIStatusError
from ._runtime.errors import APITimeoutError as APITimeoutError
from ._runtime.errors import AuthenticationError as AuthenticationError
from ._runtime.errors import InternalServerError as InternalServerError
from ._runtime.errors import RateLimitError as RateLimitError

if TYPE_CHECKING:
    from . import models


class BadRequestError(_errors.BadRequestError):
    """400 Bad Request"""

    body: models.ErrorResponse | Any


class PermissionDeniedError(_errors.PermissionDeniedError):
    """403 Forbidden"""

    body: models.ErrorResponse | Any


class NotFoundError(_errors.NotFoundError):
    """404 Not Found"""

    body: models.ErrorResponse | Any


class ConflictError(_errors.ConflictError):
    """409 Conflict"""

    body: models.ErrorResponse | Any


class UnprocessableEntityError(_errors.UnprocessableEntityError):
    """422 Unprocessable Entity"""

    body: models.HTTPValidationError | Any


STATUS_ERRORS: Mapping[int, type[APIStatusError]] = {
    **_errors.STATUS_ERRORS,
    400: BadRequestError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
}
