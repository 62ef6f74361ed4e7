"""Request bodies: how a Python value is written in each kind of media type (OpenAPI 3.1, section 4.8.13)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import IO, cast

from pydantic import BaseModel, TypeAdapter, ValidationError

from . import media
from .adapter import adapter
from .files import is_file, is_open
from .forms import FORM, Encoding, Part, parts, urlencoded
from .json_text import refuse_constants
from .model import UNSET, wire_names
from .multipart import packed

NO_ENCODINGS: Mapping[str, Encoding] = {}


@dataclass(frozen=True, slots=True)
class Payload:
    """A body ready to be sent: its octets, or the parts of a multipart body, whose boundary the sender chooses."""

    media_type: str
    content: bytes | None
    parts: tuple[Part, ...] = ()


def spread(members: Mapping[str, object], extra: Mapping[str, object] | None = None) -> dict[str, object] | UNSET:
    """A JSON object of the members that were given, by wire name, or UNSET if none was.

    A member of `extra` takes the place of the one of the same name; an empty `extra` is an object without members.
    """
    given = {name: value for name, value in members.items() if value is not UNSET}
    if extra is not None:
        given.update((name, value) for name, value in extra.items() if value is not UNSET)
    return given if given or extra is not None else UNSET


def write(bodies: Sequence[Body], value: object, content_type: str = "") -> Payload | None:
    """The payload of a value, in the media type that is asked for if it is declared.

    Otherwise it is the first that takes the value: JSON before all others, and of these the one that is made for text
    or octets. Raises as `Body.write` does.
    """
    asked = media.best(content_type, [body.media_type for body in bodies]) if content_type else None
    if asked is not None:
        return bodies[asked].write(value, content_type)
    if len(bodies) == 1:
        return bodies[0].write(value)
    faults: list[ValueError | TypeError] = []
    for body in sorted(bodies, key=lambda body: remoteness(body.media_type, value)):
        try:
            return body.write(value)
        except (ValueError, TypeError) as fault:
            faults.append(fault)
    raise faults[0]


def remoteness(media_type: str, value: object) -> int:
    """How far a media type is from what a value is made for: 0 for JSON, then for plain text or mere octets, then for
    others that are text or are not, then for the rest."""
    if media.json(media_type):
        return 0
    octets = isinstance(value, bytes | bytearray) or is_open(value)
    if not octets and not isinstance(value, str):
        return 1
    if media.essence(media_type) == ("application/octet-stream" if octets else "text/plain"):
        return 1
    return 3 if media.text(media_type) is octets else 2


class Body:
    """A request body of one media type; `type` is called when a value is first given.

    `encodings` says how members of a form are written, if not as usual, by wire name. What is `structured` is JSON
    whatever the media type, since no text is of its type.
    """

    def __init__(
        self,
        media_type: str,
        type: Callable[[], object] = lambda: object,
        *,
        required: bool = False,
        encodings: Mapping[str, Encoding] = NO_ENCODINGS,
        structured: bool = False,
    ) -> None:
        self.json = structured or media.json(media_type)
        self.media_type = media_type
        self.encodings = encodings
        self.type = type
        self.required = required

    def __repr__(self) -> str:
        return f"Body({self.media_type!r})"

    @cached_property
    def adapter(self) -> TypeAdapter[object]:
        return adapter(self.type, title="body")

    @cached_property
    def members(self) -> frozenset[str]:
        """The wire names of the members that a class declares; none of another type."""
        type_ = self.type()
        if not (isinstance(type_, type) and issubclass(type_, BaseModel)):
            return frozenset()
        return frozenset(wire_names(type_).values())

    def write(self, value: object, content_type: str = "") -> Payload | None:
        """The payload of a value; without one, no payload, or that of an empty object if a body is required.

        It is called `content_type`, which this media type must admit, or else by the name that is declared. JSON and
        forms raise pydantic's ValidationError unless the value is of the type, in which a part of a multipart body may
        be a file; other media types take bytes, str or a file.
        """
        if value is UNSET:
            if not self.required:
                return None
            value = {}
        media_type = self.named(content_type)
        if self.json:
            return Payload(media_type, self.json_text(value))
        kind = media.essence(media_type)
        if kind == FORM:
            return Payload(media_type, self.form(value))
        if kind.startswith("multipart/"):
            return self.multipart(kind, value)
        return Payload(media_type, raw(value, media.charset(media_type)))

    def named(self, content_type: str) -> str:
        """The media type to send where one is asked for, which adds its parameters, or names one of a range."""
        asked = ";" in content_type or (content_type and media.ranged(self.media_type))
        return content_type if asked else media.concrete(self.media_type, structured=self.json)

    def json_text(self, value: object) -> bytes:
        """Exactly the members that were given, under their wire names."""
        content = self.adapter.dump_json(self.adapter.validate_python(value), by_alias=True)
        refuse_constants(content)
        return content

    def form(self, value: object) -> bytes:
        """The fields of a form."""
        plain = self.adapter.dump_python(self.adapter.validate_python(value), mode="json", by_alias=True)
        return urlencoded(plain, self.encodings)

    def multipart(self, kind: str, value: object) -> Payload:
        """The parts of a multipart body."""
        made = parts(self.checked(value), self.encodings)
        if made and kind == "multipart/form-data":
            return Payload(kind, None, made)
        return Payload(*packed(kind, made))

    def checked(self, value: object) -> object:
        """The value as one of the type. Where a schema has a plain string a file is fine too, and is no fault."""
        try:
            return self.adapter.validate_python(value)
        except ValidationError as error:
            if not all(is_file(detail["input"]) for detail in error.errors(include_url=False, include_context=False)):
                raise
            return value


def raw(value: object, charset: str) -> bytes:
    """The octets of bytes, a str or a file."""
    content: object = cast("IO[bytes]", value).read() if is_open(value) else value
    if isinstance(content, str):
        return content.encode(charset)
    if isinstance(content, bytes | bytearray):
        return bytes(content)
    raise TypeError(f"a body of this media type is bytes, str or a file, not {type(value).__name__}")
