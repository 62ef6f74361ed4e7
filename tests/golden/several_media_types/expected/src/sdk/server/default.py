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

    async def add_note(self, body: models.Note | str) -> Result[None]:
        """POST /notes

        Args:
            body: What to keep.
        """
        raise Unimplemented("default.add_note")

    async def change_notes(
        self, body: models.ChangeNotesRequest | list[models.Note] | UNSET = UNSET
    ) -> Result[None]:
        """PATCH /notes"""
        raise Unimplemented("default.change_notes")

    async def replace_notes(self, body: models.Note | UNSET = UNSET) -> Result[None]:
        """PUT /notes"""
        raise Unimplemented("default.replace_notes")

    async def add_picture(self, body: bytes | dict[str, Any]) -> Result[None]:
        """POST /pictures"""
        raise Unimplemented("default.add_picture")


def routes(handlers: Default | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Default() if handlers is None else handlers
    yield Route(_calls.ADD_NOTE, handlers.add_note)
    yield Route(_calls.CHANGE_NOTES, handlers.change_notes)
    yield Route(_calls.REPLACE_NOTES, handlers.replace_notes)
    yield Route(_calls.ADD_PICTURE, handlers.add_picture)
