"""All about pets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import models
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import pets as _calls


class Pets:
    """All about pets.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def find_pets(self, body: models.FindPetsRequest) -> Result[list[models.Pet]]:
        """QUERY /pets"""
        raise Unimplemented("pets.find_pets")


def routes(handlers: Pets | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Pets() if handlers is None else handlers
    yield Route(_calls.FIND_PETS, handlers.find_pets)
