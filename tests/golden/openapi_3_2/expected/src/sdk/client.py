"""The clients: one waits for answers, the other is awaited."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import httpx2

from ._runtime import client as _client
from ._runtime.credentials import BearerCredential, Secret
from ._runtime.model import UNSET
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from .resources.cats import AsyncCats, Cats
    from .resources.pets import AsyncPets, Pets

SERVERS: tuple[str, ...] = ()


class Client(_client.SyncClient):
    """A client of OpenAPI 3.2 whose calls wait for the answer."""

    _user_agent = "sdk/1"
    _servers = SERVERS
    _status_errors = STATUS_ERRORS

    def __init__(
        self,
        *,
        device: Secret | None = None,
        base_url: str,
        timeout: float | httpx2.Timeout | None | UNSET = UNSET,
        headers: Mapping[str, str] = _client.NO_HEADERS,
        http_client: httpx2.Client | None = None,
    ) -> None:
        """Where to call, as whom, and how long to wait.

        Args:
            device: Sent as a bearer token in the Authorization header.
            base_url: Where the API is.
            timeout: Seconds to wait for an answer, None for no limit; 60 by default.
            headers: Sent with every call.
            http_client: A client of httpx2 to use in place of an own one; it is yours to close.
        """
        super().__init__(
            base_url=base_url,
            credentials={
                "device": BearerCredential(device),
            },
            timeout=timeout,
            headers=headers,
            http_client=http_client,
        )

    @cached_property
    def cats(self) -> Cats:
        """The operations tagged 'cats'."""
        from .resources.cats import Cats

        return Cats(self)

    @cached_property
    def pets(self) -> Pets:
        """All about pets."""
        from .resources.pets import Pets

        return Pets(self)


class AsyncClient(_client.AsyncClient):
    """A client of OpenAPI 3.2 whose calls are awaited."""

    _user_agent = "sdk/1"
    _servers = SERVERS
    _status_errors = STATUS_ERRORS

    def __init__(
        self,
        *,
        device: Secret | None = None,
        base_url: str,
        timeout: float | httpx2.Timeout | None | UNSET = UNSET,
        headers: Mapping[str, str] = _client.NO_HEADERS,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        """Where to call, as whom, and how long to wait.

        Args:
            device: Sent as a bearer token in the Authorization header.
            base_url: Where the API is.
            timeout: Seconds to wait for an answer, None for no limit; 60 by default.
            headers: Sent with every call.
            http_client: A client of httpx2 to use in place of an own one; it is yours to close.
        """
        super().__init__(
            base_url=base_url,
            credentials={
                "device": BearerCredential(device),
            },
            timeout=timeout,
            headers=headers,
            http_client=http_client,
        )

    @cached_property
    def cats(self) -> AsyncCats:
        """The operations tagged 'cats'."""
        from .resources.cats import AsyncCats

        return AsyncCats(self)

    @cached_property
    def pets(self) -> AsyncPets:
        """All about pets."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)
