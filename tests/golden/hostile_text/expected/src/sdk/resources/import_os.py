"""The operations tagged '\"\"\"; import os'."""

from __future__ import annotations

from typing import Annotated, Literal

from .. import models
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.operation import Operation
from .._runtime.parameters import Path, Query
from .._runtime.responses import Answer
from .._runtime.types import OPEN

IMPORT_OS: Operation[models.AB] = Operation(
    "GET",
    "/pets/{id}",
    parameters=(
        Path("id", lambda: str),
        Query("x'\"\n", lambda: Annotated[Literal["'\"\\", "\u202e"] | str, OPEN], name="x"),
    ),
    responses={
        "200": Answer("application/json", lambda: models.AB),
    },
)


class ImportOs:
    """The operations tagged '\"\"\"; import os'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def import_os(self, id: str, *, x: Literal["'\"\\", "\u202e"] | None = None) -> models.AB:
        """Ends with a quote "

        Triple \"\"\" quotes, a backslash \\ and \\N{DASH}, {{ braces }}, {% raw %}

        Args:
            id: \"\"\"
        """
        return self._client.send(IMPORT_OS, {"id": id, "x": x})


class AsyncImportOs:
    """The operations tagged '\"\"\"; import os'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def import_os(self, id: str, *, x: Literal["'\"\\", "\u202e"] | None = None) -> models.AB:
        """Ends with a quote "

        Triple \"\"\" quotes, a backslash \\ and \\N{DASH}, {{ braces }}, {% raw %}

        Args:
            id: \"\"\"
        """
        return await self._client.send(IMPORT_OS, {"id": id, "x": x})
