"""Operations: everything there is to know about a call, worked out once when a module of resources loads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, cast
from urllib.parse import quote

from .bodies import Body, write
from .draft import Draft
from .model import UNSET
from .parameters import Header, Parameter, Path
from .responses import Answer, read

if TYPE_CHECKING:
    import httpx2

T = TypeVar("T")

NO_HEADERS: Mapping[str, tuple[Header, ...]] = {}


class Operation(Generic[T]):
    """A method on a path; T is the type of the value of a successful answer.

    `body` is one for each media type that a request may have.

    `responses` goes from a status, a range (`4XX`) or `default` to what it may hold: several answers if there are
    several media types. `headers` are those that it may have beside `Content-Type`. A HEAD has no content, whatever is
    declared. `security` lists the requirements, of which one is enough, by the names of their credentials.

    `servers` are the base URLs of an operation that is not where the API is.
    """

    def __init__(
        self,
        method: str,
        path: str,
        *,
        parameters: Sequence[Parameter] = (),
        body: Body | tuple[Body, ...] = (),
        responses: Mapping[str, Answer | tuple[Answer, ...]],
        headers: Mapping[str, tuple[Header, ...]] = NO_HEADERS,
        security: Sequence[Sequence[str]] = (),
        servers: Sequence[str] = (),
    ) -> None:
        self.method = method
        self.path = path
        self.parameters = tuple(parameters)
        self.bodies = body if isinstance(body, tuple) else (body,)
        self.security = security
        self.servers = servers
        self.responses = {
            status.upper(): (Answer(),) if method == "HEAD" else answers if isinstance(answers, tuple) else (answers,)
            for status, answers in responses.items()
        }
        self.pieces = pieces(path, {p.wire_name: p for p in parameters if isinstance(p, Path)})
        self.others = tuple(p for p in parameters if not isinstance(p, Path))
        self.header_names = frozenset(p.wire_name.lower() for p in parameters if isinstance(p, Header))
        self.headers = {status.upper(): declared for status, declared in headers.items()}
        media_types = (answer.media_type for answers in self.responses.values() for answer in answers)
        self.accept = ", ".join(dict.fromkeys(filter(None, media_types))) or "*/*"

    def __repr__(self) -> str:
        return f"Operation({self.method!r}, {self.path!r})"

    def draft(self, values: Mapping[str, object], body: object = UNSET, content_type: str = "") -> Draft:
        """The request for the values of parameters, by Python name, and a body, which has the media type that is asked
        for if it is declared.

        None and UNSET mean that an optional parameter is omitted. Raises ValueError, of which pydantic's
        ValidationError is a kind, if a value is not of its type or cannot be written.
        """
        draft = Draft()
        for piece in self.pieces:
            if isinstance(piece, str):
                draft.path += piece
            else:
                piece.write(values[piece.name], draft)
        if "/." in draft.path and not {".", ".."}.isdisjoint(draft.path.split("/")):
            raise ValueError(f"the values make a dot segment of the path: {draft.path}")
        for parameter in self.others:
            value = values.get(parameter.name, UNSET)
            if value is not UNSET and value is not None:
                parameter.write(value, draft)
            elif parameter.required:
                raise ValueError(f"{parameter.name} is required")
        if self.bodies:
            draft.payload = write(self.bodies, body, content_type)
        return draft

    def answers(self, status: int) -> tuple[Answer, ...] | None:
        """What is declared for a status: by itself, by its range, or by default."""
        key = self.key(status)
        return None if key is None else self.responses[key]

    def answer_headers(self, status: int) -> tuple[Header, ...]:
        """The headers that are declared for a status."""
        return self.headers.get(self.key(status) or "", ())

    def key(self, status: int) -> str | None:
        """The declaration that a status falls under."""
        keys = (str(status), f"{status // 100}XX", "DEFAULT")
        return next((key for key in keys if key in self.responses), None)

    def read(self, response: httpx2.Response) -> T:
        """The value of a successful answer; raises APIResponseValidationError if it has none."""
        return cast(T, read(self.answers(response.status_code), response))


def pieces(path: str, parameters: Mapping[str, Path]) -> tuple[str | Path, ...]:
    """A path template in parts: encoded text, and the parameters between."""
    parts = re.split(r"\{([^{}]*)\}", path)
    return tuple(
        parameters[part] if index % 2 else quote(part, safe="/:@!$&'()*+,;=%")
        for index, part in enumerate(parts)
        if part
    )
