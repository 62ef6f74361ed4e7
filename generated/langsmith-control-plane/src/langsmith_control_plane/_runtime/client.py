"""The clients that generated ones extend: one waits, the other is awaited."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Mapping
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from copy import copy
from dataclasses import replace
from functools import cached_property, partial
from threading import Lock
from types import TracebackType
from typing import Any, ClassVar, Generic, ParamSpec, Self, TypeAlias, TypeVar

import httpx2

from .credentials import Credential
from .errors import STATUS_ERRORS, APIStatusError
from .exchange import Exchange, RawResponse, base, limit, lowered, translated
from .model import UNSET
from .operation import Operation
from .streams import AsyncStreamedResponse, StreamedResponse

P = ParamSpec("P")
T = TypeVar("T")
Http = TypeVar("Http", bound=httpx2.Client | httpx2.AsyncClient)

NO_CREDENTIALS: Mapping[str, Credential] = {}
NO_HEADERS: Mapping[str, str] = {}
NO_PARAMETERS: Mapping[str, object] = {}


Heard: TypeAlias = tuple[httpx2.Response, Operation[Any]]
ANSWERS: ContextVar[list[Heard] | None] = ContextVar("answers", default=None)


@contextmanager
def heard() -> Generator[list[Heard]]:
    """The answers to the calls made inside and what was called, by this thread or task alone."""
    answers: list[Heard] = []
    token = ANSWERS.set(answers)
    try:
        yield answers
    finally:
        ANSWERS.reset(token)


class Asked(BaseException):
    """Ends a method that was called to learn which call it makes."""


CALLS: ContextVar[list[Callable[[], Any]] | None] = ContextVar("calls", default=None)


@contextmanager
def asked() -> Generator[list[Callable[[], Any]]]:
    """The first call that is made inside, by this thread or task: it is not sent, but can be opened as a stream."""
    calls: list[Callable[[], Any]] = []
    token = CALLS.set(calls)
    try:
        yield calls
    except Asked:
        pass
    finally:
        CALLS.reset(token)
    if not calls:
        raise TypeError("the method makes no call")


class Pool(Generic[Http]):
    """The HTTP client that a client and its copies share: made when first needed, unless the caller brings one."""

    def __init__(self, make: Callable[[], Http], own: Http | None) -> None:
        self.make = make
        self.own = own
        self.made: Http | None = None
        self.closed = False
        self.lock = Lock()

    @property
    def http(self) -> Http:
        if self.own is not None:
            return self.own
        with self.lock:
            if self.closed:
                raise RuntimeError("the client has been closed")
            if self.made is None:
                self.made = self.make()
            return self.made

    def drain(self) -> Http | None:
        """The HTTP client that is ours to close, if there is one; none can be used any more."""
        with self.lock:
            self.closed = True
            made, self.made = self.made, None
            return made


class ClientOptions(Generic[Http]):
    """What both clients are: an exchange, a pool, and a way to differ in the one while sharing the other.

    A generated client sets its name, its version, its servers and its errors as class attributes, and keeps its
    resources in cached properties, which a copy makes anew.
    """

    _user_agent: ClassVar[str] = ""
    _servers: ClassVar[tuple[str, ...]] = ()
    _status_errors: ClassVar[Mapping[int, type[APIStatusError]]] = STATUS_ERRORS
    _exchange: Exchange
    _pool: Pool[Http]

    def with_options(
        self,
        *,
        timeout: float | httpx2.Timeout | UNSET | None = UNSET,
        headers: Mapping[str, str] | None = None,
        base_url: str | None = None,
    ) -> Self:
        """A copy that shares the connections and differs in what is given; headers are added to those there are.

        A `Content-Type` chooses among the media types that an operation declares for its body. A timeout is in seconds,
        None for no limit. To close the copy is to close both.
        """
        old = self._exchange
        twin = copy(self)
        for name in list(vars(twin)):
            if isinstance(getattr(type(twin), name, None), cached_property):
                del vars(twin)[name]
        twin._exchange = replace(
            old,
            base_url=old.base_url if base_url is None else base(base_url),
            timeout=old.timeout if timeout is UNSET else limit(timeout, None),
            headers={**old.headers, **lowered(headers or NO_HEADERS)},
        )
        return twin

    def _configure(
        self,
        pool: Pool[Http],
        base_url: str,
        credentials: Mapping[str, Credential],
        timeout: float | httpx2.Timeout | UNSET | None,
        headers: Mapping[str, str],
    ) -> None:
        self._pool = pool
        self._exchange = Exchange(
            base_url=base(base_url),
            servers=self._servers,
            credentials=credentials,
            timeout=limit(timeout, pool.own),
            agent=self._user_agent.encode(),
            headers=lowered(headers),
            errors=self._status_errors,
        )


class SyncClient(ClientOptions[httpx2.Client]):
    """A client whose calls wait for the answer. It may be shared by threads."""

    def __init__(
        self,
        *,
        base_url: str,
        credentials: Mapping[str, Credential] = NO_CREDENTIALS,
        timeout: float | httpx2.Timeout | UNSET | None = UNSET,
        headers: Mapping[str, str] = NO_HEADERS,
        http_client: httpx2.Client | None = None,
    ) -> None:
        """A timeout is in seconds, None for no limit; by default it is 60, or that of your own `http_client`.

        `headers` go with every call. An `http_client` of your own is yours to close.
        """
        self._configure(Pool(httpx2.Client, http_client), base_url, credentials, timeout, headers)

    def send(
        self, operation: Operation[T], parameters: Mapping[str, object] = NO_PARAMETERS, *, body: object = UNSET
    ) -> T:
        """Call an operation with the values of its parameters, by Python name, and return the value of the answer."""
        if (calls := CALLS.get()) is not None:
            calls.append(partial(self._open, operation, parameters, body))
            raise Asked
        return self._exchange.value(operation, self._respond(operation, parameters, body))

    def with_raw_response(self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> RawResponse[T]:
        """What `method(*args, **kwargs)` returns, together with the answer it came in, headers included."""
        with heard() as answers:
            parsed = method(*args, **kwargs)
        return RawResponse(parsed, *answers[-1])

    @contextmanager
    def with_streaming_response(
        self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Generator[StreamedResponse[T]]:
        """The answer to `method(*args, **kwargs)`, read while it arrives, and closed in the end.

            with client.with_streaming_response(method, ...) as stream:
                for chunk in stream.iter_bytes(): ...

        Errors are those of the plain call. A timeout is how long nothing may arrive.
        """
        with asked() as calls:
            method(*args, **kwargs)
        stream: StreamedResponse[T] = calls[0]()
        try:
            yield stream
        finally:
            stream.response.close()

    def _open(self, operation: Operation[T], parameters: Mapping[str, object], body: object) -> StreamedResponse[T]:
        response = self._respond(operation, parameters, body, stream=True)
        if not response.is_success:
            raise self._exchange.refusal(operation, response)
        return StreamedResponse(response, operation)

    def _respond(
        self, operation: Operation[T], parameters: Mapping[str, object], body: object, *, stream: bool = False
    ) -> httpx2.Response:
        """The answer, after redirects. That of a `stream` is left to be read if it is a success."""
        draft = operation.draft(parameters, body, self._exchange.content_type)
        http = self._pool.http
        request = self._exchange.request(http, operation, draft)
        with translated():
            response = http.send(request, stream=stream, follow_redirects=False)
            hops = 0
            while not response.is_success:
                response.read()
                following = self._exchange.redirected(http, response, hops)
                if following is None:
                    break
                response = http.send(following, auth=None, stream=stream, follow_redirects=False)
                hops += 1
        if (answers := ANSWERS.get()) is not None:
            answers.append((response, operation))
        return response

    def close(self) -> None:
        """Close the connections, unless they are those of your own `http_client`. Closing twice is fine."""
        if (http := self._pool.drain()) is not None:
            http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


class AsyncClient(ClientOptions[httpx2.AsyncClient]):
    """A client whose calls are awaited, all on one event loop."""

    def __init__(
        self,
        *,
        base_url: str,
        credentials: Mapping[str, Credential] = NO_CREDENTIALS,
        timeout: float | httpx2.Timeout | UNSET | None = UNSET,
        headers: Mapping[str, str] = NO_HEADERS,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        """A timeout is in seconds, None for no limit; by default it is 60, or that of your own `http_client`.

        `headers` go with every call. An `http_client` of your own is yours to close.
        """
        self._configure(Pool(httpx2.AsyncClient, http_client), base_url, credentials, timeout, headers)

    async def send(
        self, operation: Operation[T], parameters: Mapping[str, object] = NO_PARAMETERS, *, body: object = UNSET
    ) -> T:
        """Call an operation with the values of its parameters, by Python name, and return the value of the answer."""
        if (calls := CALLS.get()) is not None:
            calls.append(partial(self._open, operation, parameters, body))
            raise Asked
        return self._exchange.value(operation, await self._respond(operation, parameters, body))

    async def with_raw_response(
        self, method: Callable[P, Awaitable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[T]:
        """What `await method(*args, **kwargs)` returns, together with the answer it came in, headers included."""
        with heard() as answers:
            parsed = await method(*args, **kwargs)
        return RawResponse(parsed, *answers[-1])

    @asynccontextmanager
    async def with_streaming_response(
        self, method: Callable[P, Awaitable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> AsyncGenerator[AsyncStreamedResponse[T]]:
        """The answer to `await method(*args, **kwargs)`, read while it arrives, and closed in the end.

            async with client.with_streaming_response(method, ...) as stream:
                async for chunk in stream.aiter_bytes(): ...

        Errors are those of the plain call. A timeout is how long nothing may arrive.
        """
        with asked() as calls:
            await method(*args, **kwargs)
        stream: AsyncStreamedResponse[T] = await calls[0]()
        try:
            yield stream
        finally:
            await stream.response.aclose()

    async def _open(
        self, operation: Operation[T], parameters: Mapping[str, object], body: object
    ) -> AsyncStreamedResponse[T]:
        response = await self._respond(operation, parameters, body, stream=True)
        if not response.is_success:
            raise self._exchange.refusal(operation, response)
        return AsyncStreamedResponse(response, operation)

    async def _respond(
        self, operation: Operation[T], parameters: Mapping[str, object], body: object, *, stream: bool = False
    ) -> httpx2.Response:
        """The answer, after redirects. That of a `stream` is left to be read if it is a success."""
        draft = operation.draft(parameters, body, self._exchange.content_type)
        http = self._pool.http
        request = self._exchange.request(http, operation, draft)
        with translated():
            response = await http.send(request, stream=stream, follow_redirects=False)
            hops = 0
            while not response.is_success:
                await response.aread()
                following = self._exchange.redirected(http, response, hops)
                if following is None:
                    break
                response = await http.send(following, auth=None, stream=stream, follow_redirects=False)
                hops += 1
        if (answers := ANSWERS.get()) is not None:
            answers.append((response, operation))
        return response

    async def aclose(self) -> None:
        """Close the connections, unless they are those of your own `http_client`. Closing twice is fine."""
        if (http := self._pool.drain()) is not None:
            await http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.aclose()
