"""The operations tagged 'events'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import models
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Stream, Unimplemented
from ..resources import events as _calls


class Events:
    """The operations tagged 'events'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def watch(self, body: models.Watch) -> Result[str | Stream[str]]:
        """POST /events"""
        raise Unimplemented("events.watch")

    async def export(self) -> Result[Any]:
        """GET /export"""
        raise Unimplemented("events.export")


def routes(handlers: Events | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Events() if handlers is None else handlers
    yield Route(_calls.WATCH, handlers.watch)
    yield Route(_calls.EXPORT, handlers.export)
