"""The operations tagged 'errors'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import models
from .._runtime.model import UNSET
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import errors as _calls


class Errors:
    """The operations tagged 'errors'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def upload(
        self,
        owner: str,
        ending: str,
        body: models.File | str | UNSET = UNSET,
        *,
        x_trace: int,
        sid: list[str] | UNSET = UNSET,
    ) -> Result[models.File | None]:
        """POST /files/{owner}.{ending}

        Raises:
            NotFound: No such owner.
            TooManyRequests: Too fast.
        """
        raise Unimplemented("errors.upload")


def routes(handlers: Errors | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Errors() if handlers is None else handlers
    yield Route(_calls.UPLOAD, handlers.upload)
