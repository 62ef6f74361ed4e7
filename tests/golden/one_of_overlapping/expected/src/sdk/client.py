"""The clients: one waits for answers, the other is awaited."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import httpx2

from ._runtime import client as _client
from ._runtime.model import UNSET
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from .resources.default import AsyncDefault, Default

SERVERS: tuple[str, ...] = ()


class Client(_client.SyncClient):
    """A client of Pets whose calls wait for the answer."""

    _user_agent = "sdk/1.0"
    _servers = SERVERS
    _status_errors = STATUS_ERRORS

    def __init__(
        self,
        *,
        base_url: str,
        timeout: float | httpx2.Timeout | None | UNSET = UNSET,
        headers: Mapping[str, str] = _client.NO_HEADERS,
        http_client: httpx2.Client | None = None,
    ) -> None:
        """Where to call, as whom, and how long to wait.

        Args:
            base_url: Where the API is.
            timeout: Seconds to wait for an answer, None for no limit; 60 by default.
            headers: Sent with every call.
            http_client: A client of httpx2 to use in place of an own one; it is yours to close.
        """
        super().__init__(
            base_url=base_url,
            credentials={},
            timeout=timeout,
            headers=headers,
            http_client=http_client,
        )

    @cached_property
    def default(self) -> Default:
        """The operations tagged 'with nothing'."""
        from .resources.default import Default

        return Default(self)


class AsyncClient(_client.AsyncClient):
    """A client of Pets whose calls are awaited."""

    _user_agent = "sdk/1.0"
    _servers = SERVERS
    _status_errors = STATUS_ERRORS

    def __init__(
        self,
        *,
        base_url: str,
        timeout: float | httpx2.Timeout | None | UNSET = UNSET,
        headers: Mapping[str, str] = _client.NO_HEADERS,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        """Where to call, as whom, and how long to wait.

        Args:
            base_url: Where the API is.
            timeout: Seconds to wait for an answer, None for no limit; 60 by default.
            headers: Sent with every call.
            http_client: A client of httpx2 to use in place of an own one; it is yours to close.
        """
        super().__init__(
            base_url=base_url,
            credentials={},
            timeout=timeout,
            headers=headers,
            http_client=http_client,
        )

    @cached_property
    def default(self) -> AsyncDefault:
        """The operations tagged 'with nothing'."""
        from .resources.default import AsyncDefault

        return AsyncDefault(self)
