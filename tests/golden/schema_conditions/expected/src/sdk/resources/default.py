"""The operations tagged 'with nothing'."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from .. import models
from .._runtime.bodies import Body, spread
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.responses import Answer

PAY: Operation[models.Order] = Operation(
    "POST",
    "/payments",
    body=Body("application/json", lambda: models.Payment, required=True),
    responses={
        "200": Answer("application/json", lambda: models.Order),
    },
)


class Default:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def pay(
        self,
        *,
        kind: Literal["card", "bank", "voucher"],
        number: str | UNSET = UNSET,
        iban: str | UNSET = UNSET,
        address: models.Address | models.AddressDict | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Order:
        """POST /payments"""
        return self._client.send(
            PAY,
            body=spread(
                {"kind": kind, "number": number, "iban": iban, "address": address}, extra_body
            ),
        )


class AsyncDefault:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def pay(
        self,
        *,
        kind: Literal["card", "bank", "voucher"],
        number: str | UNSET = UNSET,
        iban: str | UNSET = UNSET,
        address: models.Address | models.AddressDict | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Order:
        """POST /payments"""
        return await self._client.send(
            PAY,
            body=spread(
                {"kind": kind, "number": number, "iban": iban, "address": address}, extra_body
            ),
        )
