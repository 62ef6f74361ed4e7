"""Responses: the content of an answer as the Python value that the API declares (OpenAPI 3.1, section 4.8.17)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from . import media
from .adapter import adapter
from .errors import APIResponseValidationError
from .json_text import refuse_constants, refuse_repeated
from .locations import pointer
from .model import UNSET
from .parse import ParameterError, Received, parse_all

if TYPE_CHECKING:
    import httpx2

    from .parameters import Header

EMPTY = (204, 205)
"""The statuses that have no content, whatever is declared (RFC 9110, sections 15.3.5 and 15.3.6)."""

OPEN = {"open": True}
"""The validation context that lets enumerations take values that this version of the package does not know."""


class Answer:
    """What an answer holds: a media type, and for JSON the type of the value; without a media type, nothing.

    JSON becomes a value of the type, text a str whatever its schema, and anything else bytes. What is `structured` is
    JSON whatever the media type, since no text is of its type: `5` as `text/plain`, an object as `*/*`.
    """

    def __init__(
        self, media_type: str = "", type: Callable[[], object] = lambda: object, *, structured: bool = False
    ) -> None:
        self.media_type = media_type
        self.type = type
        self.structured = structured
        self.named_json = structured or media.json(media_type)

    def __repr__(self) -> str:
        return f"Answer({self.media_type!r})" if self.media_type else "Answer()"

    @cached_property
    def adapter(self) -> TypeAdapter[object]:
        return adapter(self.type)

    def read(self, response: httpx2.Response, media_type: str) -> object:
        """The value of the content, which is of this media type; raises ValueError if it cannot be read."""
        return self.value(response.content, media_type)

    def value(self, content: bytes, media_type: str) -> object:
        """The same of the content alone."""
        if self.is_json(media_type):
            return self.json(content)
        if self.is_text(media_type):
            return decoded(content, media.charset(media_type, content))
        return content

    def is_json(self, media_type: str) -> bool:
        """Whether content of a media type that was declared like this is JSON."""
        return self.named_json or (media.broad(self.media_type) and media.json(media_type))

    def is_text(self, media_type: str) -> bool:
        """Whether content of a media type that was declared like this is a str."""
        return media.text(media_type if media.essence(self.media_type) == "*/*" else self.media_type)

    def json(self, content: bytes) -> object:
        value = self.adapter.validate_json(content, context=OPEN)
        refuse_constants(content)
        refuse_repeated(content)
        return value


WORDS = ("detail", "message", "msg", "title", "error_description", "error", "errors")
"""The members of an error's content that say in words what is wrong, in the order of preference."""


def read(answers: Sequence[Answer] | None, response: httpx2.Response) -> object:
    """The value of an answer, given what is declared for its status; raises APIResponseValidationError."""
    if answers is None:
        raise invalid(response, "the status is not declared")
    if response.status_code in EMPTY:
        return None
    content_type = response.headers.get("content-type", "")
    answer = select(answers, content_type)
    if answer is None:
        raise invalid(response, f"the media type {content_type!r} is not declared")
    if not answer.media_type:
        return None
    try:
        return answer.read(response, content_type or answer.media_type)
    except ValidationError as error:
        raise invalid(response, *fault(error, response.content)) from error
    except ValueError as error:
        raise invalid(response, str(error)) from error


def fault(error: ValidationError, content: bytes) -> tuple[str, str]:
    """What is wrong with a JSON content, and the JSON pointer of the first fault in it."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    return first["msg"], pointer(read_json(content), first["loc"], missing=first["type"] == "missing")


def read_headers(declared: Sequence[Header], response: httpx2.Response) -> dict[str, object]:
    """The values of the declared headers of an answer; raises APIResponseValidationError."""
    raw = {name.decode("latin-1").lower(): value for name, value in response.headers.raw}
    try:
        return parse_all(declared, Received({}, "", raw))
    except ParameterError as error:
        raise invalid(response, str(error)) from error


def read_error(answers: Sequence[Answer] | None, response: httpx2.Response) -> object:
    """The content of an answer that says no: the declared value if it is one, else whatever can be read."""
    plain = read_plain(response)
    if plain is None or answers is None or not any(answer.media_type for answer in answers):
        return plain
    try:
        return read(answers, response)
    except APIResponseValidationError:
        return plain


def read_plain(response: httpx2.Response) -> object:
    """The content without its declaration: a JSON value, else text, else bytes, and None if it is empty."""
    content, content_type = response.content, response.headers.get("content-type", "")
    if not content:
        return None
    if media.json(content_type) or not content_type:
        value = read_json(content)
        if value is not UNSET:
            return value
    try:
        return decoded(content, media.charset(content_type))
    except ValueError:
        return content


def read_json(content: bytes) -> object:
    """The JSON value of the content, or UNSET if it is not JSON."""
    try:
        return from_json(content, allow_inf_nan=False)
    except ValueError:
        return UNSET


def select(answers: Sequence[Answer], content_type: str) -> Answer | None:
    """The answer that is closest to this media type; one without content always fits, and so does the first if the
    server does not name the media type."""
    if not answers[0].media_type or content_type in ("", answers[0].media_type):
        return answers[0]
    found = media.best(content_type, [answer.media_type for answer in answers])
    if found is not None:
        return answers[found]
    return next((answer for answer in answers if media.within(content_type, answer.media_type)), None)


def decoded(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset)
    except LookupError:
        raise ValueError(f"the charset {charset!r} is not known") from None


def call(response: httpx2.Response) -> str:
    """What was called, for a message; never the query, which may hold a secret."""
    path = response.request.url.raw_path.partition(b"?")[0].decode("ascii")
    return f"{response.request.method} {path}"


def invalid(response: httpx2.Response, reason: str, place: str = "") -> APIResponseValidationError:
    where = f" at {place}" if place else ""
    message = f"{call(response)}: the answer, status {response.status_code}, is not as declared{where}: {reason}"
    return APIResponseValidationError(message, response, place)


def explain(plain: object) -> str:
    """What an error's content says in words: its `detail`, `message` or the like, on one line of 200 characters.

    Of a list of faults only places and messages are taken, since faults may repeat what was sent.
    """
    words = _words(plain)
    line = " ".join("".join(character if character.isprintable() else " " for character in words).split())
    return line if len(line) <= 200 else f"{line[:199]}…"


def _words(plain: object) -> str:
    if isinstance(plain, str):
        return "" if plain.lstrip().startswith("<") else plain[:1000]  # a page in HTML says little in one line
    if isinstance(plain, list):
        return "; ".join(filter(None, map(_words, cast("list[object]", plain))))
    if not isinstance(plain, dict):
        return ""
    members = cast("dict[str, object]", plain)
    words = next(filter(None, (_words(members.get(name)) for name in WORDS)), "")
    place = members.get("loc")
    if words and isinstance(place, list):
        return f"{'.'.join(map(str, cast('list[object]', place)))}: {words}"
    return words
