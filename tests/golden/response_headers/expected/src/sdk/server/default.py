"""The operations tagged 'with nothing'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import default as _calls


class Default:
    """The operations tagged 'with nothing'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def list_pages(self) -> Result[list[str]]:
        """GET /pages

        Response headers:
            X-Total: With 200. How many there are.
            Link: With 200, if at all. The next page.
            X-Kinds: With 200, if at all.
            X-Sizes: With 200, if at all.
            Retry-After: With 429.

        Raises:
            TooManyRequests: Too fast.
        """
        raise Unimplemented("default.list_pages")

    async def add_page(self) -> Result[None]:
        """POST /pages

        Response headers:
            Location: With 201.
        """
        raise Unimplemented("default.add_page")


def routes(handlers: Default | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Default() if handlers is None else handlers
    yield Route(_calls.LIST_PAGES, handlers.list_pages)
    yield Route(_calls.ADD_PAGE, handlers.add_page)
