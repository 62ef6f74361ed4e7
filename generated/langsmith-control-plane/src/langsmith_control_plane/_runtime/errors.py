"""What a call can raise. An argument that is not of its type raises ValueError instead, and nothing is sent.

APIError
    APIConnectionError              no answer
        APITimeoutError             no answer in time
    APIStatusError                  an answer that says no: 3xx, 4xx, 5xx
        BadRequestError, AuthenticationError, ...
    APIResponseValidationError      an answer that is not what the API promises
    APIWebhookValidationError       a webhook or callback that is not: raised when it is parsed, not by a call
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx2


class APIError(Exception):
    """A call that did not succeed; `message` says which and why. It can be pickled."""

    message: str

    def __init__(self, message: str, *details: object) -> None:
        super().__init__(message, *details)
        self.message = message

    def __str__(self) -> str:
        return self.message

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.message!r})"


class APIConnectionError(APIError):
    """There was no answer: no connection, or one that broke off. The HTTP library's error is the `__cause__`."""

    request: httpx2.Request

    def __init__(self, message: str, request: httpx2.Request) -> None:
        super().__init__(message, request)
        self.request = request


class APITimeoutError(APIConnectionError):
    """There was no answer in time. The server may still have done what it was asked to do."""


class APIStatusError(APIError):
    """The server answered with a status other than 2xx.

    `body` is what it sent with it: the declared type if the content is of that type, else the JSON value, else
    text, else bytes, and None if there was no content. Subclasses say which type is declared.
    """

    response: httpx2.Response
    body: Any

    def __init__(self, message: str, response: httpx2.Response, body: object) -> None:
        super().__init__(message, response, body)
        self.response = response
        self.body = body

    @property
    def status_code(self) -> int:
        return self.response.status_code


class BadRequestError(APIStatusError):
    """400"""


class AuthenticationError(APIStatusError):
    """401"""


class PermissionDeniedError(APIStatusError):
    """403"""


class NotFoundError(APIStatusError):
    """404"""


class ConflictError(APIStatusError):
    """409"""


class UnprocessableEntityError(APIStatusError):
    """422"""


class RateLimitError(APIStatusError):
    """429"""


class InternalServerError(APIStatusError):
    """500 and above"""


class APIResponseValidationError(APIError):
    """The content of a successful answer is not what the API declares, or its status is not declared.

    `pointer` is the JSON pointer (RFC 6901) of the first fault; it is empty if the content as a whole is at fault.
    """

    response: httpx2.Response
    pointer: str

    def __init__(self, message: str, response: httpx2.Response, pointer: str = "") -> None:
        super().__init__(message, response, pointer)
        self.response = response
        self.pointer = pointer

    @property
    def status_code(self) -> int:
        return self.response.status_code

    @property
    def body(self) -> bytes:
        """The content as it came; nothing if it was being read as a stream."""
        try:
            return self.response.content
        except RuntimeError:  # httpx2.ResponseNotRead
            return b""


class APIWebhookValidationError(APIError):
    """What was received is not what the API says that it sends.

    `pointer` is the JSON pointer (RFC 6901) of the first fault; it is empty if the content as a whole is at fault.
    """

    body: bytes
    pointer: str

    def __init__(self, message: str, body: bytes, pointer: str = "") -> None:
        super().__init__(message, body, pointer)
        self.body = body
        self.pointer = pointer


STATUS_ERRORS: Mapping[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
    500: InternalServerError,
}
"""The error of each status; 500 stands for every status above it that has none of its own."""


def status_error(status: int, errors: Mapping[int, type[APIStatusError]]) -> type[APIStatusError]:
    """The class to raise for a status."""
    return errors.get(status) or errors.get(500 if status >= 500 else 0) or APIStatusError
