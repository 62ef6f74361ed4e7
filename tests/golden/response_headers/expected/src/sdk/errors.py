"""What a call can raise, with the body that the API declares for each status."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._runtime import errors as _errors
from ._runtime.errors import APIConnectionError as APIConnectionError
from ._runtime.errors import APIError as APIError
from ._runtime.errors import APIResponseValidationError as APIResponseValidationError
from ._runtime.errors import APIStatusError as APIStatusError
from ._runtime.errors import APITimeoutError as APITimeoutError
from ._runtime.errors import AuthenticationError as AuthenticationError
from ._runtime.errors import BadRequestError as BadRequestError
from ._runtime.errors import ConflictError as ConflictError
from ._runtime.errors import InternalServerError as InternalServerError
from ._runtime.errors import NotFoundError as NotFoundError
from ._runtime.errors import PermissionDeniedError as PermissionDeniedError
from ._runtime.errors import UnprocessableEntityError as UnprocessableEntityError


class RateLimitError(_errors.RateLimitError):
    """429 Too Many Requests"""

    body: Any


STATUS_ERRORS: Mapping[int, type[APIStatusError]] = {
    **_errors.STATUS_ERRORS,
    429: RateLimitError,
}
