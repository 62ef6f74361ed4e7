"""The operations tagged 'with nothing'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import models
from .._runtime.model import UNSET
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import default as _calls


class Default:
    """The operations tagged 'with nothing'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def add_file(self, body: models.File) -> Result[None]:
        """POST /files"""
        raise Unimplemented("default.add_file")

    async def add_card(self, body: models.Card) -> Result[None]:
        """POST /cards"""
        raise Unimplemented("default.add_card")

    async def add_mixed(self, body: models.File | UNSET = UNSET) -> Result[None]:
        """POST /mixed"""
        raise Unimplemented("default.add_mixed")


def routes(handlers: Default | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Default() if handlers is None else handlers
    yield Route(_calls.ADD_FILE, handlers.add_file)
    yield Route(_calls.ADD_CARD, handlers.add_card)
    yield Route(_calls.ADD_MIXED, handlers.add_mixed)
