"""The operations tagged 'with nothing'."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .. import models
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.parameters import Header
from .._runtime.responses import Answer
from .._runtime.types import Integer

LIST_PAGES: Operation[list[str]] = Operation(
    "GET",
    "/pages",
    responses={
        "200": Answer("application/json", lambda: list[str]),
        "429": Answer(),
    },
    headers={
        "200": (
            Header("X-Total", lambda: Integer, required=True),
            Header("Link", lambda: str),
            Header("X-Kinds", lambda: list[Integer]),
            Header("X-Sizes", lambda: models.ListPagesResponseXSizes, explode=True),
        ),
        "429": (Header("Retry-After", lambda: Annotated[Integer, Field(ge=0)], required=True),),
    },
)
ADD_PAGE: Operation[None] = Operation(
    "POST",
    "/pages",
    responses={
        "201": Answer(),
    },
    headers={
        "201": (Header("Location", lambda: str, required=True),),
    },
)


class Default:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list_pages(self) -> list[str]:
        """GET /pages

        Response headers:
            X-Total: With 200. How many there are.
            Link: With 200, if at all. The next page.
            X-Kinds: With 200, if at all.
            X-Sizes: With 200, if at all.
            Retry-After: With 429.
        """
        return self._client.send(LIST_PAGES)

    def add_page(self) -> None:
        """POST /pages

        Response headers:
            Location: With 201.
        """
        return self._client.send(ADD_PAGE)


class AsyncDefault:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list_pages(self) -> list[str]:
        """GET /pages

        Response headers:
            X-Total: With 200. How many there are.
            Link: With 200, if at all. The next page.
            X-Kinds: With 200, if at all.
            X-Sizes: With 200, if at all.
            Retry-After: With 429.
        """
        return await self._client.send(LIST_PAGES)

    async def add_page(self) -> None:
        """POST /pages

        Response headers:
            Location: With 201.
        """
        return await self._client.send(ADD_PAGE)
