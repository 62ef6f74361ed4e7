"""A cURL command -> the request that it sends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlsplit

from specwright.problem import Position, Refusal, error
from specwright.scaffold.options import Option, options
from specwright.scaffold.shell import Command, commands

_DATA = ("data", "data-ascii", "data-binary", "data-raw", "data-urlencode", "json")
_SCHEME = re.compile(r"\w+://")


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a multipart form: its value, or a file whose content is not looked at."""

    name: str
    value: str
    file: bool = False
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What a command sends.

    `server` is the address as far as the path, which is as it was written, variables and all. `body` is the text
    behind the head, `form` the fields of a multipart form: one of them at most. `basic` and `bearer` say that
    credentials were given by an option.
    """

    method: str
    server: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    cookies: tuple[str, ...]
    body: str | None
    form: tuple[Part, ...]
    basic: bool
    bearer: bool
    position: Position

    @property
    def media_type(self) -> str:
        """What the body is, without parameters; empty if nothing says it."""
        declared = next((value for name, value in self.headers if name.lower() == "content-type"), "")
        return declared.partition(";")[0].strip().lower()


def requests(text: str, file: str) -> tuple[Request, ...]:
    """What the cURL commands of a text send. Raises `Refusal` if one cannot be read."""
    return tuple(request for command in commands(text, file) for request in requests_of(command))


def requests_of(command: Command) -> Iterator[Request]:
    """What a command sends: one request, or several that `--next` parts."""
    given: list[Option] = []
    for option in (*options(command), ("next", "")):
        if option[0] != "next":
            given.append(option)
        elif given:
            yield _request(given, command)
            given = []


def _request(given: Sequence[Option], command: Command) -> Request:
    names = {name for name, _ in given}
    address = _all(given, "url")
    if not address:
        raise _refusal("curl-address-missing", "the command names no address", command, "Add the URL.")
    server, path, query, credentials = _parted(address[0], command)
    data = tuple(_data(given, command))
    body = ("" if "json" in names else "&").join(data) if data else None
    form = tuple(_parts(given, command))
    if "get" in names:
        query, body = "&".join(filter(None, (query, body))), None
    return Request(
        method=_method(given, names, body is not None or bool(form)),
        server=server,
        path=path or "/",
        query=tuple(parse_qsl("&".join([query, *_all(given, "url-query")]).strip("&"), keep_blank_values=True)),
        headers=tuple(_headers(given, names, body is not None, bool(form))),
        cookies=tuple(_cookies(given, command)),
        body="" if "upload-file" in names and body is None else body,
        form=form,
        basic=credentials or bool(names & {"user", "basic", "digest"}),
        bearer="oauth2-bearer" in names,
        position=command.position,
    )


def _all(given: Iterable[Option], *names: str) -> list[str]:
    return [value for name, value in given if name in names]


def _method(given: Sequence[Option], names: set[str], sends: bool) -> str:
    if explicit := _all(given, "request"):
        return explicit[-1].upper()
    if "get" in names:
        return "GET"
    if "head" in names:
        return "HEAD"
    return "POST" if sends else "PUT" if "upload-file" in names else "GET"


def _parted(address: str, command: Command) -> tuple[str, str, str, bool]:
    """The server, the path and the query of an address, and whether it holds credentials."""
    start = match.end() if (match := _SCHEME.match(address)) else 0
    end = min((at for at in (address.find(mark, start) for mark in "/?#") if at >= 0), default=len(address))
    authority, rest = address[start:end], address[end:].partition("#")[0]
    try:
        urlsplit(f"http://{authority}")
    except ValueError:
        raise _refusal("curl-address-broken", f"`{address}` is no URL", command, "Mend the URL.") from None
    path, _, query = rest.partition("?")
    return address[:start] + authority.rpartition("@")[2], path, query, "@" in authority


def _headers(given: Sequence[Option], names: set[str], sends: bool, form: bool) -> Iterator[tuple[str, str]]:
    """The headers that are given, and the media type that cURL sends where none of them says it."""
    typed = False
    for text in _all(given, "header"):
        name, colon, value = text.partition(":")
        if colon and value.strip() and not text.startswith("@"):
            typed = typed or name.strip().lower() == "content-type"
            yield name.strip(), value.strip()
    if not typed and form:
        yield "Content-Type", "multipart/form-data"
    elif not typed and sends:
        yield "Content-Type", "application/json" if "json" in names else "application/x-www-form-urlencoded"


def _cookies(given: Sequence[Option], command: Command) -> Iterator[str]:
    """The names of the cookies, of `-b` and of the header."""
    for text in _all(given, "cookie"):
        if "=" not in text:
            raise _file_unread("cookies", text, command)
    headers = (text.partition(":")[2] for text in _all(given, "header") if text.lower().startswith("cookie:"))
    for text in (*_all(given, "cookie"), *headers):
        yield from (name for each in text.split(";") if (name := each.partition("=")[0].strip()))


def _data(given: Sequence[Option], command: Command) -> Iterator[str]:
    for name, value in given:
        if name == "data-urlencode":
            yield _encoded(value, command)
        elif name in _DATA:
            if value.startswith("@") and name != "data-raw":
                raise _file_unread("the body", value[1:], command)
            yield value


def _encoded(text: str, command: Command) -> str:
    """What `--data-urlencode` makes of its value: all behind the first `=` is encoded."""
    name, parted, value = text.partition("=")
    if "@" in name:
        raise _file_unread("a field", name.partition("@")[2], command)
    return (f"{name}=" if name else "") + quote(value, safe="") if parted else quote(text, safe="")


def _parts(given: Sequence[Option], command: Command) -> Iterator[Part]:
    for option, text in given:
        if option not in ("form", "form-string"):
            continue
        name, parted, value = text.partition("=")
        if not parted:
            raise _refusal("curl-form-broken", f"`{text}` is no field of a form", command, "Write NAME=VALUE.")
        if option == "form-string":
            yield Part(name, value)
        else:
            yield _part(name, value)


def _part(name: str, value: str) -> Part:
    """A field of `-F`: `@` sends a file, `<` what is in one, and what follows a semicolon tells of it."""
    content, *told = value.split(";") if value[:1] in ("@", "<") or ";type=" in value else [value]
    media_type = next((each.strip()[5:] for each in told if each.strip().startswith("type=")), "")
    return Part(name, "" if value[:1] in ("@", "<") else content.strip('"'), value.startswith("@"), media_type)


def _file_unread(what: str, name: str, command: Command) -> Refusal:
    message = f"{what} of this request is in the file `{name}`, which is not read"
    remedy = "Put the content in the place of the file's name: it is the sample that the schema is made of."
    return _refusal("curl-file-unread", message, command, remedy)


def _refusal(code: str, message: str, command: Command, remedy: str) -> Refusal:
    return Refusal([error(code, message, command.position, remedy)], findings=True)
