"""Files: octets that travel by themselves, in a part of a multipart body, with a name and a media type of their own."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import IO, Any, TypeAlias, cast

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from . import media

Content: TypeAlias = bytes | str | IO[bytes]
"""Octets, text or an open file."""


NO_HEADERS: Mapping[str, str] = {}


class Upload:
    """A file: its content, and what the sender says about it. `headers` are those of its part of a multipart body.

    It stands for a string of format `binary`. A handler gets one whose content is bytes. (It is no dataclass, for
    pydantic would take those apart.)
    """

    def __init__(
        self,
        content: Content,
        file_name: str | None = None,
        media_type: str | None = None,
        headers: Mapping[str, str] = NO_HEADERS,
    ) -> None:
        self.content = content
        self.file_name = file_name
        self.media_type = media_type
        self.headers = dict(headers)

    def __repr__(self) -> str:
        return f"Upload({self.content!r}, {self.file_name!r}, {self.media_type!r}, {self.headers!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Upload) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((self.content, self.file_name, self.media_type))

    def read(self) -> bytes:
        """The octets; those of an open file can be read once."""
        content = self.content if isinstance(self.content, bytes | str) else self.content.read()
        return content.encode() if isinstance(content, str) else content

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.no_info_after_validator_function(upload, core_schema.str_schema(strict=True))
        given = core_schema.no_info_plain_validator_function(_given)
        return core_schema.json_or_python_schema(
            json_schema=text,
            python_schema=core_schema.union_schema([text, given], mode="left_to_right"),
            serialization=core_schema.plain_serializer_function_ser_schema(
                as_text, return_schema=core_schema.str_schema(), when_used="json"
            ),
        )


File: TypeAlias = bytes | IO[bytes] | Upload | tuple[str | None, Content] | tuple[str | None, Content, str | None]
"""A file to upload: its content, or a tuple of file name, content and, if it is not to be guessed, media type."""


def is_file(value: object) -> bool:
    """Whether a value is a file, and so nothing that a schema describes."""
    return isinstance(value, bytes | bytearray | tuple | Upload) or is_open(value)


def is_open(value: object) -> bool:
    """Whether a value is an open file; a model may have a member called `read`."""
    return hasattr(value, "read") and not isinstance(value, BaseModel)


def files_in(value: object) -> Iterator[Upload]:
    """The files inside of a list, an object or a model."""
    match value:
        case Upload() | bytes():
            yield upload(value)
        case BaseModel():
            yield from files_in({**vars(value), **(value.__pydantic_extra__ or {})})
        case dict():
            yield from (file for member in cast("dict[str, object]", value).values() for file in files_in(member))
        case list():
            yield from (file for item in cast("list[object]", value) for file in files_in(item))
        case _ if is_open(value):
            yield upload(cast("IO[bytes]", value))
        case _:
            return


def textual(file: Upload) -> bool:
    """Whether a file is its text alone, which can be read again and again, and nothing is said about it."""
    if file.file_name or file.media_type or file.headers or not isinstance(file.content, bytes | str):
        return False
    try:
        file.read().decode()
    except ValueError:
        return False
    return True


def upload(file: File | str) -> Upload:
    """A file in any of its forms as an Upload."""
    match file:
        case Upload():
            return file
        case (file_name, content, *more):
            return Upload(content, file_name, more[0] if more else None)
        case bytes() | str():
            return Upload(file)
        case _:
            name = getattr(file, "name", None)
            return Upload(file, PurePath(name).name if isinstance(name, str) else None)


def kind(file: Upload, declared: str = "") -> str:
    """The media type of a file: its own, or what its name tells, or the first of those that are declared."""
    if file.media_type:
        return file.media_type
    choices = [choice.strip() for choice in declared.split(",") if choice.strip()]
    guessed = mimetypes.guess_type(file.file_name or "")[0]
    if guessed and (not choices or any(media.closeness(guessed, choice) for choice in choices)):
        return guessed
    return media.concrete(choices[0]) if choices else "application/octet-stream"


def _given(value: object) -> Upload:
    if not is_file(value):
        raise ValueError("Input should be a file: bytes, an open file, an Upload or a tuple with a file name")
    return upload(cast("File", value))


def as_text(file: Upload) -> str:
    """The content as JSON has it, which has no octets; raises ValueError if it is not UTF-8."""
    return file.read().decode()
