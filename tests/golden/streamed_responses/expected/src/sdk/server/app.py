"""The application that answers for the API."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI

from .._runtime.server import app as _app
from .._runtime.server.app import current_request as current_request
from .._runtime.server.reply import Reply as Reply
from . import events as _events
from . import files as _files


def create_app(
    *, events: _events.Events | None = None, files: _files.Files | None = None
) -> FastAPI:
    """The API as an application: a tag without an instance answers 501 to everything.

    Add middleware, routes and exception handlers to it, or mount it under a prefix, as with any
    other. The document is served at `/openapi.json`.
    """
    return _app.application(
        Path(__file__).parent.parent / "testing" / "openapi.json",
        (
            *_events.routes(events),
            *_files.routes(files),
        ),
    )
