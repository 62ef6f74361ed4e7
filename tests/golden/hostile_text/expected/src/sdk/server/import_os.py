"""The operations tagged '\"\"\"; import os'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from .. import models
from .._runtime.model import UNSET
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import import_os as _calls


class ImportOs:
    """The operations tagged '\"\"\"; import os'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def import_os(
        self, id: str, *, x: Literal["'\"\\", "\u202e"] | UNSET = UNSET
    ) -> Result[models.AB]:
        """Ends with a quote "

        Triple \"\"\" quotes, a backslash \\ and \\N{DASH}, {{ braces }}, {% raw %}

        Args:
            id: \"\"\"
        """
        raise Unimplemented("import_os.import_os")


def routes(handlers: ImportOs | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = ImportOs() if handlers is None else handlers
    yield Route(_calls.IMPORT_OS, handlers.import_os)
