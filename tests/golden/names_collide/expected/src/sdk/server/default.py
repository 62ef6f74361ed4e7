"""The operations tagged 'with nothing'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._runtime.model import UNSET
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import default as _calls


class Default:
    """The operations tagged 'with nothing'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def list_(self) -> Result[None]:
        """GET /things"""
        raise Unimplemented("default.list_")

    async def list_2(self, id: str, *, id_2: str | UNSET = UNSET) -> Result[None]:
        """GET /things/{id}"""
        raise Unimplemented("default.list_2")

    async def unique(self) -> Result[list[int]]:
        """GET /things/unique"""
        raise Unimplemented("default.unique")


def routes(handlers: Default | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Default() if handlers is None else handlers
    yield Route(_calls.LIST_, handlers.list_)
    yield Route(_calls.LIST_2, handlers.list_2)
    yield Route(_calls.UNIQUE, handlers.unique)
