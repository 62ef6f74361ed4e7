"""Multipart bodies in octets (RFC 2046, section 5.1, and RFC 7578)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.message import Message
from hashlib import sha256
from urllib.parse import unquote

from . import media
from .files import Upload
from .forms import Part
from .headers import header_value


@dataclass(frozen=True, slots=True)
class Received:
    """A part as it came; header names are in lower case."""

    name: str
    file_name: str | None
    headers: Mapping[str, str]
    content: bytes

    @property
    def media_type(self) -> str:
        """Empty if the part does not say it."""
        return self.headers.get("content-type", "")

    @property
    def upload(self) -> Upload:
        own = {name: value for name, value in self.headers.items() if name not in DESCRIBED}
        return Upload(self.content, self.file_name, self.media_type or None, own)


DESCRIBED = frozenset({"content-disposition", "content-type", "content-length"})
"""The headers that an Upload says in other words."""


def packed(kind: str, parts: Sequence[Part]) -> tuple[str, bytes]:
    """The media type and the octets of parts, all of them read. The boundary is made of what it parts."""
    contents = [(_head(part), _octets(part)) for part in parts]
    boundary = sha256(b"".join(content for _, content in contents)).hexdigest().encode() if parts else b"empty"
    pieces = [b"--%s\r\n%s\r\n\r\n%s\r\n" % (boundary, head, content) for head, content in contents]
    return f"{kind}; boundary={boundary.decode()}", b"".join([*pieces, b"--%s--\r\n" % boundary])


def _head(part: Part) -> bytes:
    name, (file_name, _, media_type, headers) = part
    disposition = f'form-data; name="{_quoted(name)}"' + (f'; filename="{_quoted(file_name)}"' if file_name else "")
    fields = {"Content-Disposition": disposition, **({"Content-Type": media_type} if media_type else {}), **headers}
    return b"\r\n".join(name.encode() + b": " + header_value(name, value) for name, value in fields.items())


def _quoted(text: str) -> str:
    """As browsers write it (HTML, section 4.10.22.8), and the HTTP client."""
    return re.sub(r'["\x00-\x1f]', lambda match: f"%{ord(match[0]):02X}", text.replace("\\", "\\\\"))


def _octets(part: Part) -> bytes:
    _, (_, content, _, _) = part
    return Upload(content).read()


def received(content_type: str, content: bytes) -> Iterator[Received]:
    """The parts of a body; raises ValueError if it is none."""
    message = Message()
    message["content-type"] = content_type
    boundary = message.get_boundary()
    if not boundary:
        raise ValueError("the media type names no boundary")
    _, *pieces = (b"\r\n" + content).split(b"\r\n--" + boundary.encode())
    if not pieces or not pieces[-1].startswith(b"--"):
        raise ValueError("the last part does not end")
    for piece in pieces[:-1]:
        padding, line_end, rest = piece.partition(b"\r\n")
        head, gap, body = (b"\r\n" + rest).partition(b"\r\n\r\n")
        if padding.strip(b" \t") or not line_end or not gap:
            raise ValueError("a part has no head")
        yield _received(head, body)


def _received(head: bytes, content: bytes) -> Received:
    headers: dict[str, str] = {}
    for line in filter(None, head.decode().split("\r\n")):
        field, _, value = line.partition(":")
        headers[field.strip().lower()] = value.strip()
    disposition = headers.get("content-disposition", "")
    name, file_name = _parameter(disposition, "name"), _parameter(disposition, "filename")
    return Received(name or "", file_name, headers, content)


def _parameter(disposition: str, name: str) -> str | None:
    """A parameter of the disposition in any of its spellings: RFC 8187's, a quoted one, or a bare one."""
    if match := re.search(rf"(?i);\s*{name}\*\s*=\s*utf-8'[^']*'([^;\s]*)", disposition):
        return unquote(match[1], errors="strict")
    if match := re.search(rf'(?i);\s*{name}\s*=\s*"((?:[^"\\]|\\.)*)"', disposition):
        text = re.sub(r"\\([\\\"])", r"\1", match[1])
        return re.sub("%(22|0[0-9A-F]|1[0-9A-F])", lambda escape: chr(int(escape[1], 16)), text)
    match = re.search(rf"(?i);\s*{name}\s*=\s*([^;\s\"]+)", disposition)
    return match[1] if match else None


def is_text(part: Received) -> bool:
    """Whether a part is a field, not a file."""
    kind = media.essence(part.media_type)
    return part.file_name is None and (not kind or kind == "text/plain")
