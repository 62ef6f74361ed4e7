"""Forms on the wire, read without a line of the client or the server."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from ..forms import Encoding
from ..media import closeness, essence
from ..media import json as is_json
from .case import BodyCase
from .equality import same
from .json import Json, decode
from .serialised import means
from .uploads import Sent
from .wire import Exchange

DELIMITERS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


@dataclass(frozen=True)
class Field:
    """A field or a part: its name, and a text or the octets of a file, of which more may be known."""

    name: str
    content: bytes
    media_type: str = ""
    file_name: str | None = None


@dataclass(frozen=True)
class Wanted:
    """What a field is to be: a file, a JSON text, a scalar, or several parted by a delimiter."""

    name: str
    value: Json
    media_type: str = ""
    delimiter: str = ""
    sent: Sent | None = None

    def met(self, field: Field) -> bool:
        kind = self.sent.media_type if self.sent else self.media_type
        if field.name != self.name or (kind and not closeness(field.media_type, kind)):
            return False
        if self.sent is not None:
            return field.content == self.sent.content and field.file_name == (self.sent.file_name or self.name)
        text = field.content.decode()
        if self.delimiter:
            texts, values = text.split(self.delimiter), self.value if isinstance(self.value, list) else []
            return len(texts) == len(values) and all(map(means, texts, values))
        if isinstance(self.value, list | dict) or is_json(self.media_type):
            return same(self.value, decode(text))
        return means(text, self.value)


def members_lost(
    body: BodyCase, members: Mapping[str, Json], files: Mapping[str, tuple[Sent, ...]], exchange: Exchange
) -> str:
    """What a form lacks of the members of an object, or has beside them; empty if nothing is amiss."""
    content_type = exchange.headers.get("content-type", "")
    wanted = list(_wanted(body, members, files))
    if body.form:
        pairs = parse_qsl(exchange.content.decode(), keep_blank_values=True, errors="strict")
        found = [Field(name, text.encode()) for name, text in pairs]
    else:
        found = list(_parts(content_type, exchange.content))
    if len(found) != len(wanted):
        return f"{len(wanted)} fields became {len(found)}"
    wanted.sort(key=lambda want: want.name)
    found.sort(key=lambda field: field.name)
    lost = (f"{want!r} became {field!r}" for want, field in zip(wanted, found, strict=True) if not want.met(field))
    return next(lost, "")


def _wanted(body: BodyCase, members: Mapping[str, Json], files: Mapping[str, tuple[Sent, ...]]) -> Iterator[Wanted]:
    for name, member in members.items():
        encoding = body.encodings.get(name, Encoding())
        if name in files:
            yield from (Wanted(name, None, sent=sent) for sent in files[name])
        elif encoding.style is not None:
            yield from _styled(name, member, encoding)
        elif body.form:
            whole = is_json(encoding.media_type) or not isinstance(member, list)
            yield from (Wanted(name, item) for item in ([member] if whole else _items(member)))
        else:
            kind = encoding.media_type.partition(",")[0]
            for item in _items(member):
                compound = isinstance(item, list | dict)
                yield Wanted(name, item, kind or ("application/json" if compound else ""))


def _items(member: Json) -> list[Json]:
    return member if isinstance(member, list) else [member]


def _styled(name: str, value: Json, encoding: Encoding) -> Iterator[Wanted]:
    """The fields of a member with a style (OpenAPI 3.1, section 4.8.12.5)."""
    delimiter = DELIMITERS.get(encoding.style or "", "")
    match value:
        case dict() | list() if encoding.style == "deepObject":
            inside = value.items() if isinstance(value, dict) else enumerate(value)
            for key, member in inside:
                yield from _styled(f"{name}[{key}]", member, encoding)
        case list() if encoding.explode:
            yield from (Wanted(name, item) for item in value)
        case dict() if encoding.explode:
            yield from (Wanted(key, member) for key, member in value.items())
        case list():
            yield Wanted(name, value, delimiter=delimiter)
        case dict():
            yield Wanted(name, [part for pair in value.items() for part in pair], delimiter=delimiter)
        case _:
            yield Wanted(name, value)


def _parts(content_type: str, content: bytes) -> Iterator[Field]:
    """The parts of a multipart body (RFC 7578); browsers' escapes in names are undone."""
    if not essence(content_type).startswith("multipart/"):
        return
    boundary = b"--" + content_type.partition("boundary=")[2].strip('"').encode()
    for part in content.split(boundary)[1:-1]:
        head, _, body = part.partition(b"\r\n\r\n")
        kind = re.search(rb"(?im)^content-type: *(.*?)\r?$", head)
        yield Field(
            _named(b"name", head) or "",
            body.removesuffix(b"\r\n"),
            kind[1].decode() if kind else "",
            _named(b"filename", head),
        )


def _named(parameter: bytes, head: bytes) -> str | None:
    match = re.search(rb'[; ]%s="([^"]*)"' % parameter, head)
    if match is None:
        return None
    return re.sub("%(22|0[0-9A-F]|1[0-9A-F])", _character, match[1].decode()).replace("\\\\", "\\")


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))
