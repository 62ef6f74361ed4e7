"""The operations tagged 'cats'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import cats as _calls


class Cats:
    """The operations tagged 'cats'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def copy_pets(self) -> Result[None]:
        """COPY /pets"""
        raise Unimplemented("cats.copy_pets")


def routes(handlers: Cats | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Cats() if handlers is None else handlers
    yield Route(_calls.COPY_PETS, handlers.copy_pets)
