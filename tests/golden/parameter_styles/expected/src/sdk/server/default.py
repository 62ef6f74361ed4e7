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

    async def styled(
        self,
        matrix: int,
        label: list[int],
        json: models.Filter,
        *,
        filter: models.Filter | UNSET = UNSET,
        x_filter: models.Filter | UNSET = UNSET,
        cookie: models.Filter | UNSET = UNSET,
        text: int | UNSET = UNSET,
        path: str | UNSET = UNSET,
        flag: bool | UNSET = UNSET,
        spaced: list[int] | UNSET = UNSET,
        piped: list[int] | UNSET = UNSET,
        deep: models.Deep | UNSET = UNSET,
        x_deep: models.StyledXDeep | UNSET = UNSET,
        sid: list[int] | UNSET = UNSET,
    ) -> Result[None]:
        """GET /{matrix}/{label}/{json}"""
        raise Unimplemented("default.styled")


def routes(handlers: Default | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Default() if handlers is None else handlers
    yield Route(_calls.STYLED, handlers.styled)
