"""The operations tagged 'with nothing'."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._runtime.bodies import Body, spread
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.files import File
from .._runtime.forms import Encoding
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.responses import Answer

ADD_FILE: Operation[None] = Operation(
    "POST",
    "/files",
    body=Body(
        "multipart/form-data",
        lambda: models.File,
        required=True,
        encodings={
            "pages": Encoding("image/png"),
            "file": Encoding("image/png, image/*"),
            "about": Encoding("application/vnd.about+json"),
            "note": Encoding("text/markdown"),
            "range": Encoding(style="deepObject"),
            "ids": Encoding(style="pipeDelimited", explode=False),
        },
    ),
    responses={
        "204": Answer(),
    },
)
ADD_CARD: Operation[None] = Operation(
    "POST",
    "/cards",
    body=Body(
        "application/x-www-form-urlencoded",
        lambda: models.Card,
        required=True,
        encodings={
            "expand": Encoding(style="deepObject"),
            "card": Encoding(style="deepObject"),
            "ids": Encoding(style="form", explode=False),
            "raw": Encoding("application/json"),
            "at": Encoding(style="form"),
            "name": Encoding(allow_reserved=True),
        },
    ),
    responses={
        "204": Answer(),
    },
)
ADD_MIXED: Operation[None] = Operation(
    "POST",
    "/mixed",
    body=Body("multipart/mixed", lambda: models.File, encodings={"pages": Encoding("image/png")}),
    responses={
        "204": Answer(),
    },
)


class Default:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def add_file(
        self,
        *,
        file: File | str,
        pages: list[File | str] | UNSET = UNSET,
        about: models.FileAbout | models.FileAboutDict | UNSET = UNSET,
        key: str | UNSET = UNSET,
        note: str | UNSET = UNSET,
        range: models.FileRange | models.FileRangeDict | UNSET = UNSET,
        ids: list[int] | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> None:
        """POST /files"""
        return self._client.send(
            ADD_FILE,
            body=spread(
                {
                    "file": file,
                    "pages": pages,
                    "about": about,
                    "key": key,
                    "note": note,
                    "range": range,
                    "ids": ids,
                },
                extra_body,
            ),
        )

    def add_card(
        self,
        *,
        name: str | UNSET = UNSET,
        expand: list[str] | UNSET = UNSET,
        card: models.CardCard | models.CardCardDict | UNSET = UNSET,
        ids: list[int] | UNSET = UNSET,
        raw: list[int] | UNSET = UNSET,
        at: models.CardAt | models.CardAtDict | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> None:
        """POST /cards"""
        return self._client.send(
            ADD_CARD,
            body=spread(
                {"name": name, "expand": expand, "card": card, "ids": ids, "raw": raw, "at": at},
                extra_body,
            ),
        )

    def add_mixed(self, *, body: models.File | models.FileDict | UNSET = UNSET) -> None:
        """POST /mixed"""
        return self._client.send(ADD_MIXED, body=body)


class AsyncDefault:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def add_file(
        self,
        *,
        file: File | str,
        pages: list[File | str] | UNSET = UNSET,
        about: models.FileAbout | models.FileAboutDict | UNSET = UNSET,
        key: str | UNSET = UNSET,
        note: str | UNSET = UNSET,
        range: models.FileRange | models.FileRangeDict | UNSET = UNSET,
        ids: list[int] | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> None:
        """POST /files"""
        return await self._client.send(
            ADD_FILE,
            body=spread(
                {
                    "file": file,
                    "pages": pages,
                    "about": about,
                    "key": key,
                    "note": note,
                    "range": range,
                    "ids": ids,
                },
                extra_body,
            ),
        )

    async def add_card(
        self,
        *,
        name: str | UNSET = UNSET,
        expand: list[str] | UNSET = UNSET,
        card: models.CardCard | models.CardCardDict | UNSET = UNSET,
        ids: list[int] | UNSET = UNSET,
        raw: list[int] | UNSET = UNSET,
        at: models.CardAt | models.CardAtDict | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> None:
        """POST /cards"""
        return await self._client.send(
            ADD_CARD,
            body=spread(
                {"name": name, "expand": expand, "card": card, "ids": ids, "raw": raw, "at": at},
                extra_body,
            ),
        )

    async def add_mixed(self, *, body: models.File | models.FileDict | UNSET = UNSET) -> None:
        """POST /mixed"""
        return await self._client.send(ADD_MIXED, body=body)
