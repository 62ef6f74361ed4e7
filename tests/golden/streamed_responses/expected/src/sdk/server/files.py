"""The operations tagged 'files'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Stream, Unimplemented
from ..resources import files as _calls


class Files:
    """The operations tagged 'files'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def download(self, name: str) -> Result[bytes | Stream[bytes]]:
        """GET /files/{name}

        Response headers:
            ETag: With 200, if at all.

        Raises:
            NotFound: No such file.
        """
        raise Unimplemented("files.download")

    async def stat(self, name: str) -> Result[bytes | None]:
        """HEAD /files/{name}"""
        raise Unimplemented("files.stat")

    async def tail(self) -> Result[str | Stream[str]]:
        """GET /log"""
        raise Unimplemented("files.tail")


def routes(handlers: Files | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Files() if handlers is None else handlers
    yield Route(_calls.DOWNLOAD, handlers.download)
    yield Route(_calls.STAT, handlers.stat)
    yield Route(_calls.TAIL, handlers.tail)
