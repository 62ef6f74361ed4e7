"""The operations tagged 'accounts'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import models
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import accounts as _calls


class Accounts:
    """The operations tagged 'accounts'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def create_account(self, body: models.AccountInput) -> Result[models.Account]:
        """POST /accounts"""
        raise Unimplemented("accounts.create_account")

    async def login(self, id: str, body: models.Login) -> Result[None]:
        """POST /accounts/{id}/login"""
        raise Unimplemented("accounts.login")


def routes(handlers: Accounts | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Accounts() if handlers is None else handlers
    yield Route(_calls.CREATE_ACCOUNT, handlers.create_account)
    yield Route(_calls.LOGIN, handlers.login)
