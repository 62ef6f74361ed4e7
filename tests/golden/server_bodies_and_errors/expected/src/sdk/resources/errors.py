"""The operations tagged 'errors'."""

from __future__ import annotations

from .. import models
from .._runtime.bodies import Body
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.files import Content
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.parameters import Cookie, Header, Path
from .._runtime.responses import Answer
from .._runtime.types import Integer

UPLOAD: Operation[models.File | None] = Operation(
    "POST",
    "/files/{owner}.{ending}",
    parameters=(
        Path("owner", lambda: str),
        Path("ending", lambda: str),
        Header("X-Trace", lambda: Integer, name="x_trace", required=True),
        Cookie("sid", lambda: list[str]),
    ),
    body=(
        Body("application/json", lambda: models.File),
        Body("application/x-www-form-urlencoded", lambda: models.File),
        Body("text/plain", lambda: str),
    ),
    responses={
        "201": Answer("application/json", lambda: models.File),
        "202": Answer(),
        "404": Answer(),
        "429": Answer("text/plain", lambda: str),
        "default": Answer("application/json", lambda: models.File),
    },
)


class Errors:
    """The operations tagged 'errors'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def upload(
        self,
        owner: str,
        ending: str,
        *,
        x_trace: int,
        sid: list[str] | None = None,
        body: models.File | models.FileDict | Content | UNSET = UNSET,
    ) -> models.File | None:
        """POST /files/{owner}.{ending}

        Args:
            body: Sent as `application/json` if it can be; other media types, chosen by
                `with_options(headers={"Content-Type": ...})`: `application/x-www-form-urlencoded`,
                `text/plain`.
        """
        return self._client.send(
            UPLOAD, {"owner": owner, "ending": ending, "x_trace": x_trace, "sid": sid}, body=body
        )


class AsyncErrors:
    """The operations tagged 'errors'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def upload(
        self,
        owner: str,
        ending: str,
        *,
        x_trace: int,
        sid: list[str] | None = None,
        body: models.File | models.FileDict | Content | UNSET = UNSET,
    ) -> models.File | None:
        """POST /files/{owner}.{ending}

        Args:
            body: Sent as `application/json` if it can be; other media types, chosen by
                `with_options(headers={"Content-Type": ...})`: `application/x-www-form-urlencoded`,
                `text/plain`.
        """
        return await self._client.send(
            UPLOAD, {"owner": owner, "ending": ending, "x_trace": x_trace, "sid": sid}, body=body
        )
