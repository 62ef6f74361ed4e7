"""The operations tagged 'pets'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import models
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import pets as _calls


class Pets:
    """The operations tagged 'pets'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def get_pet(self) -> Result[models.Cat | models.Dog | models.Robot | dict[str, Any]]:
        """GET /pet"""
        raise Unimplemented("pets.get_pet")


def routes(handlers: Pets | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Pets() if handlers is None else handlers
    yield Route(_calls.GET_PET, handlers.get_pet)
