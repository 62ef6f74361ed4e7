"""The operations tagged 'Pets (v2)'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import models
from .._runtime.model import UNSET
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import pets as _calls


class Pets:
    """The operations tagged 'Pets (v2)'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def create_pet(self, body: models.Pet | UNSET = UNSET) -> Result[models.Pet]:
        """POST /pets"""
        raise Unimplemented("pets.create_pet")


def routes(handlers: Pets | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Pets() if handlers is None else handlers
    yield Route(_calls.CREATE_PET, handlers.create_pet)
