"""A call without the waiting: the request of an operation, and the value of its answer. Both clients share it."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import httpx2

from .credentials import Credential, choose
from .draft import Draft
from .errors import APIConnectionError, APIError, APIStatusError, APITimeoutError, status_error
from .headers import header_value
from .model import UNSET
from .operation import Operation
from .responses import call, explain, read_error, read_headers, read_plain

T = TypeVar("T")

DEFAULT_TIMEOUT = httpx2.Timeout(60.0)

PLAIN = frozenset(
    b"host accept accept-encoding connection user-agent content-type content-length transfer-encoding".split()
)
"""The headers that cannot hold a secret."""

FILLED_IN = frozenset({"accept-encoding", "connection", "user-agent"})
"""The headers that an HTTP client sends by itself; where the API declares one, only a value that was given is sent."""

FRAMING = frozenset("host content-length transfer-encoding cookie".split())
"""The headers that have a say in how an HTTP client builds a request."""


class Answered:
    """An answer with its status and headers, and the operation that it is for."""

    __slots__ = ()
    response: httpx2.Response
    operation: Operation[Any]

    @property
    def status_code(self) -> int:
        return self.response.status_code

    @property
    def headers(self) -> httpx2.Headers:
        return self.response.headers

    @property
    def declared_headers(self) -> dict[str, Any]:
        """The values of the headers that the API declares for this answer, by the names of the document, if they came.

        Raises APIResponseValidationError for one that is not as declared.
        """
        return read_headers(self.operation.answer_headers(self.status_code), self.response)


@dataclass(frozen=True, slots=True)
class RawResponse(Answered, Generic[T]):
    """A successful answer with its status and headers; `parsed` is what the plain call returns."""

    parsed: T
    response: httpx2.Response
    operation: Operation[Any]


@dataclass(frozen=True)
class Exchange:
    """How a client calls: where, as whom, and for how long it waits. Header names are in lower case.

    `servers` are where the API is: an operation that is elsewhere is called there if `base_url` is one of them.
    """

    base_url: str
    servers: Sequence[str]
    credentials: Mapping[str, Credential]
    timeout: httpx2.Timeout | None
    agent: bytes
    headers: Mapping[str, bytes] = field(repr=False)
    errors: Mapping[int, type[APIStatusError]] = field(repr=False)

    @property
    def content_type(self) -> str:
        """The media type that is asked for wherever it is declared for a body; empty if none is."""
        return self.headers.get("content-type", b"").decode()

    def request(
        self, http: httpx2.Client | httpx2.AsyncClient, operation: Operation[T], draft: Draft
    ) -> httpx2.Request:
        """The signed request. Parameters of the call go before headers of the client, and those before credentials."""
        for name, value in self.headers.items():
            draft.headers.setdefault(name, value)
        if self.agent and "user-agent" not in operation.header_names:
            draft.headers.setdefault("user-agent", self.agent)
        for credential in choose(operation.security, self.credentials):
            credential.sign(draft)
        if draft.cookies:
            own = draft.headers.get("cookie")
            draft.headers["cookie"] = b"; ".join([*([own] if own else []), "; ".join(draft.cookies).encode()])
        draft.headers.setdefault("accept", operation.accept.encode())
        payload = draft.payload
        if payload is not None and payload.parts:
            draft.headers.pop("content-type", None)  # the HTTP client sets it, for it chooses the boundary
        elif payload is not None:
            draft.headers["content-type"] = payload.media_type.encode()
        request = build(http, operation.method, self.place(operation) + draft.target, draft, self.timeout)
        if operation.header_names:
            for name in (FILLED_IN & operation.header_names) - draft.headers.keys():
                request.headers.pop(name, None)
        return request

    def place(self, operation: Operation[Any]) -> str:
        """The base URL of an operation: one that the user has chosen and the document does not know is that of all."""
        if not operation.servers:
            return self.base_url
        own = [*map(_normal, operation.servers)]
        known = self.base_url in map(_normal, self.servers)
        return own[0] if known and self.base_url not in own else self.base_url

    def value(self, operation: Operation[T], response: httpx2.Response) -> T:
        """What a successful answer holds; raises the APIStatusError of any other."""
        if 200 <= response.status_code < 300:
            return operation.read(response)
        raise self.refusal(operation, response)

    def refusal(self, operation: Operation[T], response: httpx2.Response) -> APIStatusError:
        status = response.status_code
        reason = explain(read_plain(response))
        message = f"{call(response)}: {status} {response.reason_phrase}".rstrip() + (f": {reason}" if reason else "")
        body = read_error(operation.answers(status), response)
        return status_error(status, self.errors)(message, response, body)

    def redirected(
        self, http: httpx2.Client | httpx2.AsyncClient, response: httpx2.Response, hops: int
    ) -> httpx2.Request | None:
        """The request to send next if the HTTP client follows redirects. Another origin gets the plain headers only:
        keys travel in headers of any name."""
        following = response.next_request
        if following is None or not http.follow_redirects:
            return None
        if hops >= http.max_redirects:
            raise httpx2.TooManyRedirects("too many redirects", request=response.request)
        if following.url.origin != response.request.url.origin:
            following.headers = httpx2.Headers([pair for pair in following.headers.raw if pair[0].lower() in PLAIN])
        return following


def build(
    http: httpx2.Client | httpx2.AsyncClient, method: str, url: str, draft: Draft, timeout: httpx2.Timeout | None
) -> httpx2.Request:
    """The request as the HTTP client would build it, its own headers, cookies and query included.

    Most headers are put in afterwards: the client takes several times as long to merge them with its own.
    """
    if http.params:
        url += f"{'&' if draft.query else '?'}{http.params}"
    content, parts = (draft.payload.content, draft.payload.parts) if draft.payload else (None, ())
    try:
        request = http.build_request(
            method,
            url,
            headers=[(name.encode(), value) for name, value in draft.headers.items() if name in FRAMING],
            content=content,
            files=parts or None,
            timeout=httpx2.USE_CLIENT_DEFAULT if timeout is None else timeout,
        )
        added = {name.encode(): value for name, value in draft.headers.items() if name not in FRAMING}
        kept = [pair for pair in request.headers.raw if pair[0].lower() not in added]
        request.headers = httpx2.Headers([*kept, *added.items()])
        if http.params:
            request.url = httpx2.URL(url)  # the HTTP client puts its own query in the place of ours
    except httpx2.InvalidURL as error:
        raise ValueError(f"no URL can be made of the arguments: {error}") from error
    return request


def base(url: str) -> str:
    """A base URL without the slash at its end; raises ValueError if calls cannot be made to it."""
    try:
        parsed = httpx2.URL(url)
    except httpx2.InvalidURL as error:
        raise ValueError(f"base_url {url!r}: {error}") from error
    if parsed.scheme not in ("http", "https") or not parsed.host or parsed.query or parsed.fragment:
        raise ValueError(f"base_url {url!r} must be an http(s) URL with a host, without query and fragment")
    return str(parsed).rstrip("/")


def _normal(url: str) -> str:
    """A URL of the document as `base` spells it, if it can be one."""
    try:
        return base(url)
    except ValueError:
        return url


def lowered(headers: Mapping[str, str]) -> dict[str, bytes]:
    return {name.lower(): header_value(name, value) for name, value in headers.items()}


def limit(
    timeout: float | httpx2.Timeout | UNSET | None, own: httpx2.Client | httpx2.AsyncClient | None
) -> httpx2.Timeout | None:
    """A time limit as httpx2 has it; None for the caller's own HTTP client, which has a limit already."""
    if timeout is UNSET:
        return DEFAULT_TIMEOUT if own is None else None
    return timeout if isinstance(timeout, httpx2.Timeout) else httpx2.Timeout(timeout)


@contextmanager
def translated() -> Generator[None]:
    """What httpx2 raises inside, because there is no answer or no more of it, is raised as the error of ours."""
    try:
        yield
    except httpx2.RequestError as error:
        raise failure(error) from error


def failure(error: httpx2.HTTPError) -> APIError:
    """The error to raise for one of httpx2."""
    path = error.request.url.raw_path.partition(b"?")[0].decode("ascii")
    kind = APITimeoutError if isinstance(error, httpx2.TimeoutException) else APIConnectionError
    return kind(f"{error.request.method} {path}: {str(error) or type(error).__name__}", error.request)
