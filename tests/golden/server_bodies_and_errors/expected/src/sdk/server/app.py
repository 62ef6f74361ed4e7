"""The application that answers for the API."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI

from .._runtime.server import app as _app
from .._runtime.server.app import current_request as current_request
from .._runtime.server.reply import Reply as Reply
from . import app_2 as _app_2
from . import errors_2 as _errors_2
from . import unimplemented_2 as _unimplemented_2


def create_app(
    *,
    app: _app_2.App | None = None,
    errors: _errors_2.Errors | None = None,
    unimplemented: _unimplemented_2.Unimplemented | None = None,
) -> FastAPI:
    """The API as an application: a tag without an instance answers 501 to everything.

    Add middleware, routes and exception handlers to it, or mount it under a prefix, as with any
    other. The document is served at `/openapi.json`.
    """
    return _app.application(
        Path(__file__).parent.parent / "testing" / "openapi.json",
        (
            *_app_2.routes(app),
            *_errors_2.routes(errors),
            *_unimplemented_2.routes(unimplemented),
        ),
    )
