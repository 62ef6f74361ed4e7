"""The operations tagged 'app'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import app as _calls


class App:
    """The operations tagged 'app'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def routes(self) -> Result[None]:
        """PUT /routes"""
        raise Unimplemented("app.routes")


def routes(handlers: App | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = App() if handlers is None else handlers
    yield Route(_calls.ROUTES, handlers.routes)
