"""The operations tagged 'Unimplemented'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented as _Unimplemented
from ..resources import unimplemented as _calls


class Unimplemented:
    """The operations tagged 'Unimplemented'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def result(self) -> Result[None]:
        """GET /routes"""
        raise _Unimplemented("unimplemented.result")


def routes(handlers: Unimplemented | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Unimplemented() if handlers is None else handlers
    yield Route(_calls.RESULT, handlers.result)
