"""Request bodies: how a Python value is written in each kind of media type (OpenAPI 3.1, section 4.8.13)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import IO, TypeAlias, cast
from urllib.parse import urlencode

from pydantic import BaseModel, TypeAdapter
from pydantic_core import to_json, to_jsonable_python

from . import media
from .adapter import adapter, refuse_constants
from .model import UNSET
from .styles import compound, scalar

Content: TypeAlias = bytes | str | IO[bytes]
File: TypeAlias = bytes | IO[bytes] | tuple[str | None, Content] | tuple[str | None, Content, str | None]
"""A file to upload: its content, or a tuple of file name, content and, if it is not to be guessed, media type."""

Part: TypeAlias = tuple[str, tuple[str | None, Content, str | None]]
"""The name of a part of a multipart body, and its file name, content and media type."""


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

    Otherwise it is the first that takes the value, JSON before all others. Raises as `Body.write` does.
    """
    asked = media.best(content_type, [body.media_type for body in bodies])
    if asked is not None:
        return bodies[asked].write(value, content_type)
    faults: list[ValueError | TypeError] = []
    for body in sorted(bodies, key=lambda body: not media.json(body.media_type)):
        try:
            return body.write(value)
        except (ValueError, TypeError) as fault:
            faults.append(fault)
    raise faults[0]


class Body:
    """A request body of one media type; `type` is called when a value is first given."""

    def __init__(self, media_type: str, type: Callable[[], object] = lambda: object, *, required: bool = False) -> None:
        self.media_type = media_type
        self.type = type
        self.required = required

    def __repr__(self) -> str:
        return f"Body({self.media_type!r})"

    @cached_property
    def adapter(self) -> TypeAdapter[object]:
        return adapter(self.type, title="body")

    def write(self, value: object, content_type: str = "") -> Payload | None:
        """The payload of a value; without one, no payload, or that of an empty object if a body is required.

        It is called `content_type`, which this media type must admit, or else by the name that is declared. JSON and
        forms raise pydantic's ValidationError unless the value is of the type. The members of a multipart body are
        taken as they come, since no schema describes a file; other media types take bytes, str or a file.
        """
        if value is UNSET:
            if not self.required:
                return None
            value = {}
        media_type = self.named(content_type)
        kind = media.essence(media_type)
        if media.json(self.media_type):
            return Payload(media_type, self.json(value))
        if kind == "application/x-www-form-urlencoded":
            return Payload(media_type, self.form(value))
        if kind.startswith("multipart/"):
            return multipart(kind, value)
        return Payload(media_type, raw(value, media.charset(media_type)))

    def named(self, content_type: str) -> str:
        """The media type to send where one is asked for, which adds its parameters, or names one of a range."""
        asked = ";" in content_type or (content_type and media.ranged(self.media_type))
        return content_type if asked else media.concrete(self.media_type)

    def json(self, value: object) -> bytes:
        """Exactly the members that were given, under their wire names."""
        content = self.adapter.dump_json(self.adapter.validate_python(value), by_alias=True)
        refuse_constants(content)
        return content

    def form(self, value: object) -> bytes:
        """A member a field: a list repeats the name, an object is JSON text, null is left out."""
        plain = self.adapter.dump_python(self.adapter.validate_python(value), mode="json", by_alias=True)
        fields = [(name, member_text(member)) for name, member in members(plain)]
        return urlencode(fields).encode()


def members(value: object) -> Iterator[tuple[str, object]]:
    """The members of an object that hold something, those of a list one by one."""
    if not isinstance(value, Mapping):
        raise TypeError(f"a form is made of a mapping or a model, not of {type(value).__name__}")
    for name, member in cast("Mapping[str, object]", value).items():
        items = cast("list[object]", member) if isinstance(member, list) else [member]
        yield from ((name, item) for item in items if item is not None and item is not UNSET)


def member_text(plain: object) -> str:
    return to_json(plain).decode() if compound(plain) else scalar(plain)


def multipart(kind: str, value: object) -> Payload:
    given = by_wire_name(value) if isinstance(value, BaseModel) else value
    parts = tuple((name, part(name, member)) for name, member in members(given))
    if not parts:
        return Payload(f"{kind}; boundary=empty", b"--empty--\r\n")
    return Payload(kind, None, parts)


def by_wire_name(model: BaseModel) -> dict[str, object]:
    """The members of a model as they are: files would not survive being dumped."""
    fields = type(model).model_fields
    return {(fields[name].serialization_alias if name in fields else None) or name: value for name, value in model}


def part(name: str, member: object) -> tuple[str | None, Content, str | None]:
    """One part: bytes and files are uploads, scalars are text, objects are JSON."""
    if isinstance(member, bytes):
        return name, member, "application/octet-stream"
    if isinstance(member, tuple):
        file_name, content, media_type = (*cast("tuple[str | None, Content]", member), None)[:3]
        return file_name, content, media_type
    if hasattr(member, "read"):
        return PurePath(str(getattr(member, "name", name))).name or name, cast("IO[bytes]", member), None
    plain: object = to_jsonable_python(member, by_alias=True)
    if compound(plain):
        return None, to_json(plain), "application/json"
    return None, scalar(plain), None


def raw(value: object, charset: str) -> bytes:
    """The octets of bytes, a str or a file."""
    content: object = cast("IO[bytes]", value).read() if hasattr(value, "read") else value
    if isinstance(content, str):
        return content.encode(charset)
    if isinstance(content, bytes | bytearray):
        return bytes(content)
    raise TypeError(f"a body of this media type is bytes, str or a file, not {type(value).__name__}")
