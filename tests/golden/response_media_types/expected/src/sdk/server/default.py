"""The operations tagged 'with nothing'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import models
from .._runtime.model import UNSET
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Stream, Unimplemented
from ..resources import default as _calls


class Default:
    """The operations tagged 'with nothing'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def any_named_pet(self) -> Result[models.Pet]:
        """GET /pets"""
        raise Unimplemented("default.any_named_pet")

    async def pets(self, body: models.Pet) -> Result[models.Pet | list[models.Pet]]:
        """PUT /pets

        Raises:
            NotFound: Not here.
        """
        raise Unimplemented("default.pets")

    async def picture(self, id: int) -> Result[bytes | Stream[bytes]]:
        """GET /pets/{id}/picture"""
        raise Unimplemented("default.picture")

    async def set_picture(
        self, id: int, body: bytes | UNSET = UNSET
    ) -> Result[str | bytes | Stream[str] | Stream[bytes]]:
        """PUT /pets/{id}/picture"""
        raise Unimplemented("default.set_picture")

    async def count(self) -> Result[int]:
        """GET /count"""
        raise Unimplemented("default.count")

    async def set_count(self, body: int) -> Result[str | bytes | Stream[str] | Stream[bytes]]:
        """PUT /count"""
        raise Unimplemented("default.set_count")


def routes(handlers: Default | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Default() if handlers is None else handlers
    yield Route(_calls.ANY_NAMED_PET, handlers.any_named_pet)
    yield Route(_calls.PETS, handlers.pets)
    yield Route(_calls.PICTURE, handlers.picture)
    yield Route(_calls.SET_PICTURE, handlers.set_picture)
    yield Route(_calls.COUNT, handlers.count)
    yield Route(_calls.SET_COUNT, handlers.set_count)
