"""Forms: objects as the fields of a query or the parts of a multipart body (OpenAPI 3.1, section 4.8.15).

A form has no null. A member that is null is left out, as one that is absent is and as a parameter that is None is; a
null in a list is refused, for without it the list would be another, unless the list or the item is JSON text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, cast
from urllib.parse import quote_plus

from pydantic import BaseModel
from pydantic_core import to_json, to_jsonable_python

from . import media
from .files import Content, File, as_text, files_in, is_file, kind, textual, upload
from .model import UNSET, wire_names
from .spellings import plain as as_parsed
from .styles import QueryStyle, compound, encode, encode_reserved, pairs, plain_pairs, scalar

FORM = "application/x-www-form-urlencoded"

Part: TypeAlias = tuple[str, tuple[str | None, Content, str | None, Mapping[str, str]]]
"""The name of a part of a multipart body, and its file name, content, media type and further headers."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a member of a form is written: by a style, as a query parameter is, or else as text of a media type.

    `media_type` may list several, parted by commas, for a file to choose from.
    """

    media_type: str = ""
    style: QueryStyle | None = None
    explode: bool = True
    allow_reserved: bool = False

    @property
    def json(self) -> bool:
        return media.json(self.media_type.partition(",")[0])


PLAIN = Encoding()


def urlencoded(value: object, encodings: Mapping[str, Encoding]) -> bytes:
    """The fields of a JSON object: a list repeats the name, an object is JSON text, and a null member is left out.

    `encodings` are the exceptions. Raises ValueError for a null in a list.
    """
    fields: list[str] = []
    for name, member in given_members(value):
        encoding = encodings.get(name, PLAIN)
        if encoding.style is not None:
            escape = encode_reserved if encoding.allow_reserved else encode
            fields += pairs(name, member, encoding.style, encoding.explode, escape)
        else:
            escape = encode_reserved if encoding.allow_reserved else plus
            items = [member] if encoding.json else listed(member)
            fields += [f"{plus(name)}={escape(text(name, item, encoding))}" for item in items]
    return "&".join(fields).encode()


def plus(text: str) -> str:
    """Percent-encode a text as browsers do, a space as `+`."""
    return quote_plus(text)


def parts(value: object, encodings: Mapping[str, Encoding]) -> tuple[Part, ...]:
    """The parts of an object, whose members may be files. A list is a part for each item; a null one is refused."""
    given = by_wire_name(value) if isinstance(value, BaseModel) else value
    return tuple(
        each for name, member in given_members(given) for each in _parts(name, member, encodings.get(name, PLAIN))
    )


def _parts(name: str, member: object, encoding: Encoding) -> Iterator[Part]:
    if encoding.style is not None and not any(map(is_file, listed(member))):
        for key, value in plain_pairs(name, as_json(name, member), encoding.style, encoding.explode):
            yield key, (None, value, None, {})
        return
    for item in listed(member):
        yield name, _part(name, item, encoding)


def _part(name: str, item: object, encoding: Encoding) -> tuple[str | None, Content, str | None, Mapping[str, str]]:
    """A file has a name and a media type; a scalar is text and anything else JSON, which holds no files."""
    if is_file(item):
        file = upload(cast("File", item))
        return file.file_name or name, file.content, kind(file, encoding.media_type), dict(file.headers)
    plain = as_json(name, item)
    declared = media.concrete(encoding.media_type.partition(",")[0].strip())
    return None, text(name, plain, encoding), declared or ("application/json" if compound(plain) else None), {}


def as_json(name: str, value: object) -> object:
    """A member, or an item of it, as JSON, in which a file is its text; raises ValueError for one that is more."""
    for file in files_in(value):
        if not textual(file):
            message = "JSON holds no octets, and no name or media type of a file; give its text, or make it a member"
            raise ValueError(f"{name} cannot hold a file inside of an object or a list: {message} of the form")
    return cast(object, to_jsonable_python(as_parsed(value), by_alias=True, fallback=as_text))


def text(name: str, plain: object, encoding: Encoding) -> str:
    """A JSON value as the text of a field or a part."""
    return to_json(plain).decode() if encoding.json or compound(plain) else scalar(name, plain)


def given_members(value: object) -> Iterator[tuple[str, object]]:
    """The members of an object that hold something."""
    if not isinstance(value, Mapping):
        raise TypeError(f"a form is made of a mapping or a model, not of {type(value).__name__}")
    for name, member in cast("Mapping[str, object]", value).items():
        if member is not None and member is not UNSET:
            yield name, member


def listed(member: object) -> list[object]:
    """The items of a list; anything else is its own only item."""
    return cast("list[object]", member) if isinstance(member, list) else [member]


def by_wire_name(model: BaseModel) -> dict[str, object]:
    """The members of a model as they are: files would not survive being dumped.

    A member that the document does not declare may be called like an attribute.
    """
    declared = {wire_name: vars(model)[name] for name, wire_name in wire_names(type(model)).items()}
    return {**declared, **(model.__pydantic_extra__ or {})}
