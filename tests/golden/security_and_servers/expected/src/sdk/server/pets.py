"""The operations tagged 'pets'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import pets as _calls


class Pets:
    """The operations tagged 'pets'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def list_pets(self) -> Result[None]:
        """GET /pets"""
        raise Unimplemented("pets.list_pets")

    async def health(self) -> Result[None]:
        """GET /health"""
        raise Unimplemented("pets.health")

    async def upload_picture(self, id: str) -> Result[None]:
        """PUT /pets/{id}/picture"""
        raise Unimplemented("pets.upload_picture")

    async def get_picture(self, id: str) -> Result[None]:
        """GET /pets/{id}/picture"""
        raise Unimplemented("pets.get_picture")


def routes(handlers: Pets | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Pets() if handlers is None else handlers
    yield Route(_calls.LIST_PETS, handlers.list_pets)
    yield Route(_calls.HEALTH, handlers.health)
    yield Route(_calls.UPLOAD_PICTURE, handlers.upload_picture)
    yield Route(_calls.GET_PICTURE, handlers.get_picture)
