"""The operations tagged 'accounts'."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._runtime.bodies import Body, spread
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.parameters import Path
from .._runtime.responses import Answer

CREATE_ACCOUNT: Operation[models.Account] = Operation(
    "POST",
    "/accounts",
    body=Body("application/json", lambda: models.AccountInput, required=True),
    responses={
        "201": Answer("application/json", lambda: models.Account),
    },
)
LOGIN: Operation[None] = Operation(
    "POST",
    "/accounts/{id}/login",
    parameters=(Path("id", lambda: str),),
    body=Body("application/json", lambda: models.Login, required=True),
    responses={
        "204": Answer(),
    },
)


class Accounts:
    """The operations tagged 'accounts'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create_account(
        self,
        *,
        name: str,
        password: str,
        owner: models.AccountInput | models.AccountInputDict | None | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Account:
        """POST /accounts"""
        return self._client.send(
            CREATE_ACCOUNT,
            body=spread({"name": name, "password": password, "owner": owner}, extra_body),
        )

    def login(
        self, id: str, *, secret: str, extra_body: Mapping[str, object] | None = None
    ) -> None:
        """POST /accounts/{id}/login"""
        return self._client.send(LOGIN, {"id": id}, body=spread({"secret": secret}, extra_body))


class AsyncAccounts:
    """The operations tagged 'accounts'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create_account(
        self,
        *,
        name: str,
        password: str,
        owner: models.AccountInput | models.AccountInputDict | None | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Account:
        """POST /accounts"""
        return await self._client.send(
            CREATE_ACCOUNT,
            body=spread({"name": name, "password": password, "owner": owner}, extra_body),
        )

    async def login(
        self, id: str, *, secret: str, extra_body: Mapping[str, object] | None = None
    ) -> None:
        """POST /accounts/{id}/login"""
        return await self._client.send(
            LOGIN, {"id": id}, body=spread({"secret": secret}, extra_body)
        )
