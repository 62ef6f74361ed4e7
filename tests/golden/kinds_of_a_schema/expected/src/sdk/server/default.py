"""The operations tagged 'with nothing'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import models
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import default as _calls


class Default:
    """The operations tagged 'with nothing'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def list_pets(self) -> Result[list[models.PetUnion]]:
        """GET /pets"""
        raise Unimplemented("default.list_pets")

    async def add_pet(self, body: models.PetUnionInput) -> Result[models.PetUnion]:
        """POST /pets"""
        raise Unimplemented("default.add_pet")


def routes(handlers: Default | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Default() if handlers is None else handlers
    yield Route(_calls.LIST_PETS, handlers.list_pets)
    yield Route(_calls.ADD_PET, handlers.add_pet)
