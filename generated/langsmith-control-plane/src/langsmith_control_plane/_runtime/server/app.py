"""The application: what is asked for, who answers it, and what becomes of everything that can go wrong."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar, cast
from urllib.parse import quote, unquote

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route as FileRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from ..operation import Operation
from ..parse import ascii_only
from .answering import InvalidReply, answer, problem, refusal
from .intake import Arguments, arguments
from .reply import Fault, HTTPProblem, Refusal, Reply, Result
from .routing import Found, Routes
from .streaming import Streaming

T = TypeVar("T")

LOGGER = logging.getLogger(__name__)
DOCUMENT = "/openapi.json"
REQUEST: ContextVar[Request] = ContextVar("request")


@dataclass(frozen=True, slots=True)
class Route(Generic[T]):
    """An operation, and the handler that answers it."""

    operation: Operation[T]
    handler: Callable[..., Awaitable[Result[T]]]

    def __post_init__(self) -> None:
        if inspect.isfunction(self.handler) and self.handler.__code__.co_varnames[:1] == ("self",):
            holder = self.handler.__qualname__.rpartition(".")[0]
            raise TypeError(f"{holder} is a class: create_app takes an instance of it, {holder}()")

    def __str__(self) -> str:
        name = getattr(self.handler, "__qualname__", repr(self.handler))
        return f"{self.operation.method} {self.operation.path} ({name})"


def application(document: Path, routes: Iterable[Route[Any]]) -> FastAPI:
    """The application that answers by these handlers, and serves the document at `/openapi.json`.

    It is FastAPI's so that middleware, lifespan, mounting and test clients are as usual; routes that are added to it go
    before those of the API. Parsing and validating are done here, strictly by the document.
    """
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    endpoint = Endpoint(routes, app.router.default)
    if not isinstance(endpoint.routes.find("GET", DOCUMENT), Found):
        app.router.routes.append(FileRoute(DOCUMENT, partial(served, document)))
    app.router.default = endpoint
    return app


async def served(document: Path, request: Request) -> FileResponse:
    return FileResponse(document, media_type="application/json")


def current_request() -> Request:
    """The request that is being answered, for its headers and whatever else no parameter declares.

    Credentials are in its headers: nothing has checked them. Raises LookupError outside of a handler.
    """
    return REQUEST.get()


class Endpoint:
    """Answers everything under the paths of the document; `otherwise` has what is no request."""

    def __init__(self, routes: Iterable[Route[Any]], otherwise: ASGIApp) -> None:
        self.routes: Routes[Route[Any]] = Routes()
        self.otherwise = otherwise
        for route in routes:
            operation = route.operation
            choices = (
                {each.wire_name: each.choices() for each in operation.parameters} if "}{" in operation.path else {}
            )
            self.routes.add(operation.method, operation.path, route, choices)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.otherwise(scope, receive, send)
            return
        request = Request(scope, receive)
        token = REQUEST.set(request)
        try:
            with suppress(ClientDisconnect):
                response = await self.respond(request)
                if scope["method"] == "HEAD" and not isinstance(response, Streaming):
                    response = Response(b"", response.status_code, dict(response.headers))
                await response(scope, receive, send)
        finally:
            REQUEST.reset(token)

    async def respond(self, request: Request) -> Response:
        try:
            found = self.find(request)
            operation = found.target.operation
            given = await arguments(request, found.path, operation.parameters, operation.bodies)
            return await call(found.target, given, request)
        except Refusal as refused:
            return refusal(refused)

    def find(self, request: Request) -> Found[Route[Any]]:
        found = self.routes.find(request.method, raw_path(request.scope))
        if isinstance(found, Found):
            return found
        if not found:
            raise Refusal(404, [Fault(("path",), "there is nothing at this path", "not_found")])
        fault = Fault(("method",), f"the path has no {request.method}", "method_not_allowed")
        raise Refusal(405, [fault], {"allow": ", ".join(found)})


async def call(route: Route[Any], given: Arguments, request: Request) -> Response:
    """The response of a handler. What goes wrong in it is logged, and told to nobody else."""
    try:
        try:
            return answer(route.operation, await reply(route.handler, given))
        except HTTPProblem as raised:
            return problem(route.operation, raised)
    except InvalidReply as invalid:
        LOGGER.error("%s gave an answer that may not be sent: %s", route, invalid)
    except Exception as error:
        if isinstance(error, Refusal) or handled(request, error):
            raise
        LOGGER.exception("%s failed", route)
    raise Refusal(500, [Fault(("server",), "the server failed to answer", "internal_error")])


async def reply(handler: Callable[..., object], given: Arguments) -> Reply[object]:
    """What a handler returns; a plain function runs in a thread, where it may wait."""
    if inspect.iscoroutinefunction(handler):
        value: object = await handler(*given.positional, **given.named)
    else:
        value = await run_in_threadpool(handler, *given.positional, **given.named)
    if inspect.isawaitable(value):
        value = await value
    return cast("Reply[object]", value) if isinstance(value, Reply) else Reply(value)


def handled(request: Request, error: Exception) -> bool:
    """Whether the application has an exception handler of its own for an error; FastAPI has one for HTTPException."""
    handlers = getattr(request.scope.get("app"), "exception_handlers", {})
    return any(kind in handlers for kind in type(error).__mro__)


def raw_path(scope: Scope) -> str:
    """The path below the place where the application is mounted, still percent-encoded."""
    path, root = str(scope["path"]), str(scope.get("root_path", "")).rstrip("/")
    raw = ascii_only(scope.get("raw_path") or b"")
    if unquote(raw) != path:  # there is no raw path, or a middleware has changed the other one
        raw = quote(path)
    segments = raw.split("/")
    depth = root.count("/") + 1
    below = root and unquote("/".join(segments[:depth])) == root
    return "/" + "/".join(segments[depth:]) if below else raw
