"""The application that answers for the API."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI

from .._runtime.server import app as _app
from .._runtime.server.app import current_request as current_request
from .._runtime.server.reply import Reply as Reply
from . import default as _default


def create_app(*, default: _default.Default | None = None) -> FastAPI:
    """The API as an application: a tag without an instance answers 501 to everything.

    Add middleware, routes and exception handlers to it, or mount it under a prefix, as with any
    other. The document is served at `/openapi.json`.
    """
    return _app.application(
        Path(__file__).parent.parent / "testing" / "openapi.json",
        (*_default.routes(default),),
    )
