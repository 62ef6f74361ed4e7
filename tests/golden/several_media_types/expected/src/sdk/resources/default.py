"""The operations tagged 'with nothing'."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.bodies import Body
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.files import Content
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.responses import Answer

ADD_NOTE: Operation[None] = Operation(
    "POST",
    "/notes",
    body=(
        Body("application/x-www-form-urlencoded", lambda: models.Note, required=True),
        Body("application/json", lambda: models.Note, required=True),
        Body("text/markdown", lambda: str, required=True),
    ),
    responses={
        "204": Answer(),
    },
)
CHANGE_NOTES: Operation[None] = Operation(
    "PATCH",
    "/notes",
    body=(
        Body("application/merge-patch+json", lambda: models.ChangeNotesRequest),
        Body("application/json-patch+json", lambda: list[models.Note]),
    ),
    responses={
        "204": Answer(),
    },
)
REPLACE_NOTES: Operation[None] = Operation(
    "PUT",
    "/notes",
    body=Body("application/json", lambda: models.Note),
    responses={
        "204": Answer(),
    },
)
ADD_PICTURE: Operation[None] = Operation(
    "POST",
    "/pictures",
    body=(
        Body("image/*", lambda: Any, required=True),
        Body("application/*+json", lambda: dict[str, Any], required=True),
    ),
    responses={
        "204": Answer(),
    },
)


class Default:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def add_note(self, *, body: models.Note | models.NoteDict | Content) -> None:
        """POST /notes

        Args:
            body: What to keep. Sent as `application/json` if it can be; other media types,
                chosen by `with_options(headers={"Content-Type": ...})`:
                `application/x-www-form-urlencoded`, `text/markdown`.
        """
        return self._client.send(ADD_NOTE, body=body)

    def change_notes(
        self,
        *,
        body: (
            models.ChangeNotesRequest
            | models.ChangeNotesRequestDict
            | list[models.Note]
            | list[models.NoteDict]
            | UNSET
        ) = UNSET,
    ) -> None:
        """PATCH /notes

        Args:
            body: Sent as `application/merge-patch+json` if it can be; other media types, chosen
                by `with_options(headers={"Content-Type": ...})`: `application/json-patch+json`.
        """
        return self._client.send(CHANGE_NOTES, body=body)

    def replace_notes(self, *, body: models.Note | models.NoteDict | UNSET = UNSET) -> None:
        """PUT /notes"""
        return self._client.send(REPLACE_NOTES, body=body)

    def add_picture(self, *, body: Content | dict[str, Any]) -> None:
        """POST /pictures

        Args:
            body: Sent as `application/*+json` if it can be; other media types, chosen by
                `with_options(headers={"Content-Type": ...})`: `image/*`.
        """
        return self._client.send(ADD_PICTURE, body=body)


class AsyncDefault:
    """The operations tagged 'with nothing'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def add_note(self, *, body: models.Note | models.NoteDict | Content) -> None:
        """POST /notes

        Args:
            body: What to keep. Sent as `application/json` if it can be; other media types,
                chosen by `with_options(headers={"Content-Type": ...})`:
                `application/x-www-form-urlencoded`, `text/markdown`.
        """
        return await self._client.send(ADD_NOTE, body=body)

    async def change_notes(
        self,
        *,
        body: (
            models.ChangeNotesRequest
            | models.ChangeNotesRequestDict
            | list[models.Note]
            | list[models.NoteDict]
            | UNSET
        ) = UNSET,
    ) -> None:
        """PATCH /notes

        Args:
            body: Sent as `application/merge-patch+json` if it can be; other media types, chosen
                by `with_options(headers={"Content-Type": ...})`: `application/json-patch+json`.
        """
        return await self._client.send(CHANGE_NOTES, body=body)

    async def replace_notes(self, *, body: models.Note | models.NoteDict | UNSET = UNSET) -> None:
        """PUT /notes"""
        return await self._client.send(REPLACE_NOTES, body=body)

    async def add_picture(self, *, body: Content | dict[str, Any]) -> None:
        """POST /pictures

        Args:
            body: Sent as `application/*+json` if it can be; other media types, chosen by
                `with_options(headers={"Content-Type": ...})`: `image/*`.
        """
        return await self._client.send(ADD_PICTURE, body=body)
