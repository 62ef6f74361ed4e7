"""Parameters as a server gets them: the way back from the texts of `styles` to Python values.

A text does not say what it is: `5` may be a number or a string, `a,b` a string or a list. The type decides: a text is
taken as a string if that is of the type and as a JSON number or boolean if not, and a value as a scalar before a list
before an object.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import cast
from urllib.parse import parse_qsl, unquote

from pydantic import ValidationError
from pydantic_core import to_json

from . import media
from .locations import pointer, tokens
from .meanings import fitted, grouped, literals, readings
from .model import UNSET
from .parameters import Cookie, Header, Parameter, Path, Query
from .styles import DELIMITERS


@dataclass(frozen=True, slots=True)
class Received:
    """The raw parts of a request: nothing is decoded yet.

    `path` has the texts that fill the placeholders, by wire name; header names are in lower case.
    """

    path: Mapping[str, str]
    query: str
    headers: Mapping[str, bytes]


def ascii_only(raw: bytes) -> str:
    """The text of a URL; octets that should have been percent-encoded are."""
    return re.sub(rb"[^\x00-\x7f]", lambda match: b"%%%02X" % match[0][0], raw).decode("ascii")


class ParameterError(ValueError):
    """A parameter that is missing, or whose value is not of its type.

    `pointer` leads to the fault in the value; `type` is pydantic's code for it.
    """

    def __init__(self, place: str, wire_name: str, pointer: str, reason: str, type: str = "value_error") -> None:
        super().__init__(place, wire_name, pointer, reason, type)
        self.place = place
        self.wire_name = wire_name
        self.pointer = pointer
        self.reason = reason
        self.type = type

    def __str__(self) -> str:
        return f"{self.place} parameter {self.wire_name}{self.pointer and f' at {self.pointer}'}: {self.reason}"


def parse_all(parameters: Sequence[Parameter], received: Received) -> dict[str, object]:
    """The values of the parameters that a request has, by Python name; raises ParameterError for the first fault."""
    values: dict[str, object] = {}
    for parameter in parameters:
        others = {other.wire_name for other in parameters if other is not parameter and other.place == parameter.place}
        value = parse(parameter, received, others)
        if value is not UNSET:
            values[parameter.name] = value
    return values


def parse(parameter: Parameter, received: Received, others: Collection[str] = ()) -> object:
    """The value of a parameter, or UNSET if the request has none.

    `others` are the wire names of the other parameters in the same place, which are no members of an exploded object.
    """
    fault: Fault | None = None
    present = empty = False
    try:
        for candidate in meant(parameter, received, others):
            present, empty = True, empty or candidate == ""
            try:
                value = fit(parameter, candidate)
            except ValidationError as error:
                found = describe(error, candidate)
                if (found.depth or not isinstance(candidate, Foreign)) and (fault is None or found.depth > fault.depth):
                    fault = found
            else:
                if not isinstance(candidate, Foreign) or not candidate.unreadable:
                    return value
                fault = NOT_UTF8
    except UnicodeDecodeError:
        fault = NOT_UTF8
    if fault is not None and empty and isinstance(parameter, Query) and parameter.may_be_empty:
        return UNSET
    if fault is not None:
        raise ParameterError(parameter.place, parameter.wire_name, fault.pointer, fault.reason, fault.type)
    if parameter.required and not present and memberless(parameter):
        return fit(parameter, {})
    if parameter.required:
        raise ParameterError(parameter.place, parameter.wire_name, "", "it is required", "missing")
    return UNSET


def memberless(parameter: Parameter) -> bool:
    """Whether no pair at all is how this parameter says that it is an object without members."""
    spread = isinstance(parameter, Query | Cookie) and parameter.spread and parameter.media_type is None
    return spread and parameter.takes({}) and not parameter.takes("")


class Foreign(dict[str, str]):
    """Members that may be those of an exploded object, or nobody's: they do not bear the name of the parameter.

    `unreadable` are the names of those that are not UTF-8, which matters only to an object that would have them.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.unreadable: list[str] = []
        for name, raw in pairs:
            try:
                self[name] = decode(raw)
            except UnicodeDecodeError:
                self.unreadable.append(name)


class Fields(dict[str, list[str]]):
    """The fields of a form that is the one text of a parameter: the texts of each name."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a candidate is not of the type; the deeper inside it, the more likely the candidate was meant."""

    depth: int
    pointer: str
    reason: str
    type: str


NOT_UTF8 = Fault(0, "", "the text is not UTF-8", "string_unicode")


def describe(error: ValidationError, candidate: object) -> Fault:
    details = error.errors(include_url=False, include_input=False, include_context=False)
    detail = max(details, key=lambda detail: len(tokens(candidate, detail["loc"])))
    place = pointer(candidate, detail["loc"], missing=detail["type"] == "missing")
    return Fault(len(tokens(candidate, detail["loc"])), place, detail["msg"], detail["type"])


def fit(parameter: Parameter, candidate: object) -> object:
    """The candidate as a value of the type; texts that are refused become numbers and booleans if they read so."""
    if parameter.media_type is not None and media.json(parameter.media_type):
        return parameter.adapter.validate_json(str(candidate))
    if isinstance(candidate, Fields):
        meanings = {name: readings(texts) for name, texts in candidate.items()}
        return fitted(meanings, lambda each: parameter.adapter.validate_json(to_json(each)))
    try:
        return parameter.adapter.validate_json(to_json(candidate))
    except ValidationError as error:
        refused = {tuple(tokens(candidate, detail["loc"])) for detail in error.errors(include_url=False)}
        typed = literals(candidate, refused, ())
        if typed == candidate:
            raise
        return parameter.adapter.validate_json(to_json(typed))


# --- what a text may mean ---------------------------------------------------------------------------------------------


def meant(parameter: Parameter, received: Received, others: Collection[str]) -> Iterator[object]:
    """What the texts of a parameter may stand for: if they are a form, that is its fields before the text itself."""
    found = candidates(parameter, received, others)
    if not parameter.form:
        yield from found
    elif isinstance(text := next(found, None), str):
        yield Fields(grouped(parse_qsl(text, keep_blank_values=True, errors="strict")))
        yield text


def candidates(parameter: Parameter, received: Received, others: Collection[str]) -> Iterator[object]:
    """The JSON values, all scalars still texts, that the raw texts of a parameter may stand for."""
    name = parameter.wire_name
    match parameter:
        case Path(style="matrix", explode=explode):
            own = split(received.path.get(name, "").split(";")[1:])
            yield from exploded(name, own, others) if explode else joined(name, own, ",")
        case Path(style=style, explode=explode) if name in received.path:
            raw = received.path[name]
            if style == "simple":
                yield from parted(raw, ",", explode)
            elif raw.startswith("."):
                yield from parted(raw[1:], "." if explode else ",", explode)
        case Header(explode=explode) if name.lower() in received.headers:
            yield from header(received.headers[name.lower()], explode)
        case Cookie(explode=explode):
            raw = received.headers.get("cookie", b"").decode("latin-1")
            own = split(pair.strip() for pair in raw.split(";"))
            yield from exploded(name, own, others) if explode else joined(name, own, ",")
        case Query(style=style, explode=explode):
            raw = received.query.replace("+", "%20").replace("%7c", "%7C").replace("|", "%7C")
            own = split(raw.split("&"))
            if style == "deepObject":
                yield from deep(name, own)
            else:
                yield from exploded(name, own, others) if explode else joined(name, own, DELIMITERS[style])
        case _:
            pass


def decode(raw: str) -> str:
    return unquote(raw, errors="strict")


def split(pairs: Iterable[str]) -> list[tuple[str, str]]:
    """The names, decoded, and the raw values of pairs. A name that is not UTF-8 is nobody's."""
    found: list[tuple[str, str]] = []
    for pair in filter(None, pairs):
        name, _, raw = pair.partition("=")
        with suppress(UnicodeDecodeError):
            found.append((decode(name), raw))
    return found


def parted(raw: str, separator: str, named: bool) -> Iterator[object]:
    """One raw text as a scalar, a list and an object, whose members are `named` with `=` or alternate with values."""
    yield decode(raw)
    items = raw.split(separator)
    yield [decode(item) for item in items]
    if named and all("=" in item for item in items):
        yield {decode(name): decode(value) for name, _, value in (item.partition("=") for item in items)}
    elif not named and len(items) % 2 == 0:
        yield dict(zip(map(decode, items[::2]), map(decode, items[1::2]), strict=True))
    yield from EMPTY if not raw else ()


EMPTY: tuple[object, ...] = ([], {})
"""What an empty text may stand for where it can be no text."""


def joined(name: str, pairs: Sequence[tuple[str, str]], separator: str) -> Iterator[object]:
    """The readings of the one pair of a name; of several, the first is meant."""
    for key, raw in pairs:
        if key == name:
            yield from parted(raw, separator, False)
            return


def exploded(name: str, pairs: Sequence[tuple[str, str]], others: Collection[str]) -> Iterator[object]:
    """A pair of the name is a scalar, several are a list, and pairs that nobody claims are the members of an object."""
    own = [decode(raw) for key, raw in pairs if key == name]
    if len(own) == 1:
        yield own[0]
    if own:
        yield own
    if own == [""]:
        yield from EMPTY
    members = Foreign((key, raw) for key, raw in pairs if not any(bears(key, other) for other in others))
    if members or members.unreadable:
        yield members


def bears(key: str, name: str) -> bool:
    """Whether a pair is one of a parameter's: it has the name of it, or that with further keys in brackets."""
    return key == name or key.startswith(f"{name}[")


def header(octets: bytes, explode: bool) -> Iterator[object]:
    """The readings of a header, which is not percent-encoded and, if it is not UTF-8, ISO 8859-1."""
    try:
        text = octets.decode()
    except UnicodeDecodeError:
        text = octets.decode("latin-1")
    yield text
    items = [item.strip(" \t") for item in text.split(",")]
    yield items
    if explode and all("=" in item for item in items):
        yield {name: value for name, _, value in (item.partition("=") for item in items)}
    elif not explode and len(items) % 2 == 0:
        yield dict(zip(items[::2], items[1::2], strict=True))
    yield from EMPTY if not text else ()


def deep(name: str, pairs: Sequence[tuple[str, str]]) -> Iterator[object]:
    """Bracketed pairs as a tree of objects, then with lists for those objects whose keys count from 0."""
    tree: dict[str, object] = {}
    for key, raw in pairs:
        if key == name:
            yield decode(raw)
            yield from EMPTY if not raw else ()
        elif match := re.fullmatch(rf"{re.escape(name)}\[([^\[\]]*(?:\]\[[^\[\]]*)*)\]", key):
            plant(tree, match[1].split("]["), decode(raw))
    if tree:
        yield tree
        yield listed(tree)


def plant(tree: dict[str, object], path: Sequence[str], text: str) -> None:
    """Put a text at a path of keys. Where a text and an object want one place, the object has it."""
    for key in path[:-1]:
        inner = tree.get(key)
        if not isinstance(inner, dict):
            inner = tree[key] = dict[str, object]()
        tree = cast("dict[str, object]", inner)
    tree.setdefault(path[-1], text)


def listed(value: object) -> object:
    if not isinstance(value, dict):
        return value
    members = {key: listed(member) for key, member in cast("dict[str, object]", value).items()}
    return list(members.values()) if list(members) == [str(index) for index in range(len(members))] else members
