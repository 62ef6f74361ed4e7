"""The operations tagged 'Listeners (v2)'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from .. import models
from .._runtime.model import UNSET
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import listeners as _calls


class Listeners:
    """The operations tagged 'Listeners (v2)'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def list_listeners(
        self, *, limit: int | UNSET = UNSET, offset: int | UNSET = UNSET
    ) -> Result[models.ListenersList]:
        """List Listeners

        Return listeners, one page at a time.

        Args:
            limit: Largest number of items in one page. Default: `20`.
            offset: Number of items to skip. For the next page, send the `offset` of the page
                before. Default: `0`.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("listeners.list_listeners")

    async def create_listener(self, body: models.ListenerCreateRequest) -> Result[models.Listener]:
        """Create Listener

        Create a listener. Reserved for organizations with a self-hosted enterprise plan.

        Raises:
            Forbidden: Forbidden
            Conflict: Conflict
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("listeners.create_listener")

    async def get_listener(self, listener_id: UUID) -> Result[models.Listener]:
        """Get Listener

        Return one listener.

        Raises:
            Forbidden: Forbidden
            NotFound: Not Found
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("listeners.get_listener")

    async def patch_listener(
        self, listener_id: UUID, body: models.ListenerPatchRequest
    ) -> Result[models.Listener]:
        """Patch Listener

        Change a listener.

        Raises:
            Forbidden: Forbidden
            NotFound: Not Found
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("listeners.patch_listener")

    async def delete_listener(self, listener_id: UUID) -> Result[None]:
        """Delete Listener

        Delete one listener.

        Raises:
            Forbidden: Forbidden
            NotFound: Not Found
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("listeners.delete_listener")


def routes(handlers: Listeners | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Listeners() if handlers is None else handlers
    yield Route(_calls.LIST_LISTENERS, handlers.list_listeners)
    yield Route(_calls.CREATE_LISTENER, handlers.create_listener)
    yield Route(_calls.GET_LISTENER, handlers.get_listener)
    yield Route(_calls.PATCH_LISTENER, handlers.patch_listener)
    yield Route(_calls.DELETE_LISTENER, handlers.delete_listener)
