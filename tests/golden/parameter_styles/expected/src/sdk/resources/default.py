"""The operations tagged 'with nothing'."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .. import models
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.parameters import Cookie, Header, Path, Query
from .._runtime.responses import Answer
from .._runtime.types import Integer

STYLED: Operation[None] = Operation(
    "GET",
    "/{matrix}/{label}/{json}",
    parameters=(
        Path("matrix", lambda: Integer, style="matrix"),
        Path(
            "label",
            lambda: Annotated[list[Integer], Field(min_length=1)],
            style="label",
            explode=True,
        ),
        Path("json", lambda: models.Filter, media_type="application/json"),
        Query("filter", lambda: models.Filter, media_type="application/json"),
        Header("X-Filter", lambda: models.Filter, name="x_filter", media_type="application/json"),
        Cookie("cookie", lambda: models.Filter, media_type="application/json"),
        Query("text", lambda: Integer, media_type="text/plain"),
        Query("path", lambda: str, allow_reserved=True),
        Query("flag", lambda: bool, allow_empty=True),
        Query("spaced", lambda: list[Integer], style="spaceDelimited"),
        Query("piped", lambda: list[Integer], style="pipeDelimited", explode=True),
        Query("deep", lambda: models.Deep, style="deepObject", explode=True),
        Header("X-Deep", lambda: models.StyledXDeep, name="x_deep", explode=True),
        Cookie("sid", lambda: list[Integer], explode=False),
    ),
    responses={
        "204": Answer(),
    },
)


class Default:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def styled(
        self,
        matrix: int,
        label: list[int],
        json: models.Filter,
        *,
        filter: models.Filter | None = None,
        x_filter: models.Filter | None = None,
        cookie: models.Filter | None = None,
        text: int | None = None,
        path: str | None = None,
        flag: bool | None = None,
        spaced: list[int] | None = None,
        piped: list[int] | None = None,
        deep: models.Deep | None = None,
        x_deep: models.StyledXDeep | None = None,
        sid: list[int] | None = None,
    ) -> None:
        """GET /{matrix}/{label}/{json}"""
        return self._client.send(
            STYLED,
            {
                "matrix": matrix,
                "label": label,
                "json": json,
                "filter": filter,
                "x_filter": x_filter,
                "cookie": cookie,
                "text": text,
                "path": path,
                "flag": flag,
                "spaced": spaced,
                "piped": piped,
                "deep": deep,
                "x_deep": x_deep,
                "sid": sid,
            },
        )


class AsyncDefault:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def styled(
        self,
        matrix: int,
        label: list[int],
        json: models.Filter,
        *,
        filter: models.Filter | None = None,
        x_filter: models.Filter | None = None,
        cookie: models.Filter | None = None,
        text: int | None = None,
        path: str | None = None,
        flag: bool | None = None,
        spaced: list[int] | None = None,
        piped: list[int] | None = None,
        deep: models.Deep | None = None,
        x_deep: models.StyledXDeep | None = None,
        sid: list[int] | None = None,
    ) -> None:
        """GET /{matrix}/{label}/{json}"""
        return await self._client.send(
            STYLED,
            {
                "matrix": matrix,
                "label": label,
                "json": json,
                "filter": filter,
                "x_filter": x_filter,
                "cookie": cookie,
                "text": text,
                "path": path,
                "flag": flag,
                "spaced": spaced,
                "piped": piped,
                "deep": deep,
                "x_deep": x_deep,
                "sid": sid,
            },
        )
