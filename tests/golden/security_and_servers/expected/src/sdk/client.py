"""The clients: one waits for answers, the other is awaited."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import httpx2

from ._runtime import client as _client
from ._runtime.credentials import ApiKeyCredential, BasicCredential, BearerCredential, Secret
from ._runtime.model import UNSET
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from .resources.pets import AsyncPets, Pets

SERVERS: tuple[str, ...] = ("https://eu.pets.example/api",)  # Production.


class Client(_client.SyncClient):
    """A client of Pets whose calls wait for the answer."""

    _user_agent = "sdk/1.0"
    _servers = SERVERS
    _status_errors = STATUS_ERRORS

    def __init__(
        self,
        *,
        api_key: Secret | None = None,
        login: tuple[str, Secret] | None = None,
        tenant: Secret | None = None,
        token: Secret | None = None,
        base_url: str = SERVERS[0],
        timeout: float | httpx2.Timeout | None | UNSET = UNSET,
        headers: Mapping[str, str] = _client.NO_HEADERS,
        http_client: httpx2.Client | None = None,
    ) -> None:
        """Where to call, as whom, and how long to wait.

        Args:
            api_key: The key.
            login: User name and password, sent in the Authorization header.
            tenant: Sent as tenant in the query.
            token: Sent as a bearer token in the Authorization header.
            base_url: Where the API is; `SERVERS` lists the known places.
            timeout: Seconds to wait for an answer, None for no limit; 60 by default.
            headers: Sent with every call.
            http_client: A client of httpx2 to use in place of an own one; it is yours to close.
        """
        super().__init__(
            base_url=base_url,
            credentials={
                "api_key": ApiKeyCredential("header", "X-Api-Key", api_key),
                "login": BasicCredential(login),
                "tenant": ApiKeyCredential("query", "tenant", tenant),
                "token": BearerCredential(token),
            },
            timeout=timeout,
            headers=headers,
            http_client=http_client,
        )

    @cached_property
    def pets(self) -> Pets:
        """The operations tagged 'pets'."""
        from .resources.pets import Pets

        return Pets(self)


class AsyncClient(_client.AsyncClient):
    """A client of Pets whose calls are awaited."""

    _user_agent = "sdk/1.0"
    _servers = SERVERS
    _status_errors = STATUS_ERRORS

    def __init__(
        self,
        *,
        api_key: Secret | None = None,
        login: tuple[str, Secret] | None = None,
        tenant: Secret | None = None,
        token: Secret | None = None,
        base_url: str = SERVERS[0],
        timeout: float | httpx2.Timeout | None | UNSET = UNSET,
        headers: Mapping[str, str] = _client.NO_HEADERS,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        """Where to call, as whom, and how long to wait.

        Args:
            api_key: The key.
            login: User name and password, sent in the Authorization header.
            tenant: Sent as tenant in the query.
            token: Sent as a bearer token in the Authorization header.
            base_url: Where the API is; `SERVERS` lists the known places.
            timeout: Seconds to wait for an answer, None for no limit; 60 by default.
            headers: Sent with every call.
            http_client: A client of httpx2 to use in place of an own one; it is yours to close.
        """
        super().__init__(
            base_url=base_url,
            credentials={
                "api_key": ApiKeyCredential("header", "X-Api-Key", api_key),
                "login": BasicCredential(login),
                "tenant": ApiKeyCredential("query", "tenant", tenant),
                "token": BearerCredential(token),
            },
            timeout=timeout,
            headers=headers,
            http_client=http_client,
        )

    @cached_property
    def pets(self) -> AsyncPets:
        """The operations tagged 'pets'."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)
