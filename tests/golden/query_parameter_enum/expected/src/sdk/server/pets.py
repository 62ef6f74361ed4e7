"""The operations tagged 'pets'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from .. import models
from .._runtime.model import UNSET
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import pets as _calls


class Pets:
    """The operations tagged 'pets'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def list_pets(
        self, *, kind: Literal["cat", "dog's"] | UNSET = UNSET, limit: int | UNSET = UNSET
    ) -> Result[list[models.Pet]]:
        """List the pets

        Args:
            kind: Only pets of this kind.
            limit: Default: `20`.
        """
        raise Unimplemented("pets.list_pets")


def routes(handlers: Pets | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Pets() if handlers is None else handlers
    yield Route(_calls.LIST_PETS, handlers.list_pets)
