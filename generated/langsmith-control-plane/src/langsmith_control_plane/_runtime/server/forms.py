"""Forms -> the values of their types. A text does not say what it is, so the type decides between what it may mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import parse_qsl, quote

from pydantic import ValidationError
from pydantic_core import to_json

from .. import media
from ..bodies import Body
from ..forms import Encoding
from ..meanings import Meanings, fitted, grouped, json_or_text, likely, readings
from ..multipart import Received as Part
from ..multipart import received
from ..parameters import Query
from ..parse import Foreign, Received, ascii_only, candidates
from ..styles import DELIMITERS
from .faults import faults_of, refused
from .reply import Refusal


def form(body: Body, content: bytes) -> object:
    """The value of an `application/x-www-form-urlencoded` body; raises Refusal."""
    try:
        pairs = parse_qsl(content.decode(), keep_blank_values=True, errors="strict")
        meanings = styled(body, ascii_only(content))
    except ValueError:
        raise refused("the body is not a form", "form_invalid", 400) from None
    for name, texts in grouped((name, text) for name, text in pairs if not claimed(name, meanings, body.encodings)):
        meanings.setdefault(name, readings(texts))
    return fitting(meanings, lambda candidate: body.adapter.validate_json(to_json(candidate)))


def multipart(body: Body, content_type: str, content: bytes) -> object:
    """The value of a multipart body, whose files are Uploads; raises Refusal."""
    try:
        parts = [(part.name, part) for part in received(content_type, content)]
        raw = "&".join(raw_pair(part, body.encodings) for _, part in parts)
        meanings = styled(body, raw)
    except ValueError as error:
        raise refused(f"the body is not multipart: {error}", "multipart_invalid", 400) from None
    for name, those in grouped((name, part) for name, part in parts if not claimed(name, meanings, body.encodings)):
        meanings.setdefault(name, part_readings(those))
    return fitting(meanings, body.adapter.validate_python)


# --- members that are written as parameters are -----------------------------------------------------------------------


def styled(body: Body, raw: str) -> Meanings:
    """What the members with a style may be; raises ValueError for what is not UTF-8."""
    found: Meanings = {}
    for name, encoding in body.encodings.items():
        if encoding.style is not None:
            query = Query(name, lambda: object, style=encoding.style, explode=encoding.explode)
            others = {*body.members, *body.encodings} - {name}
            if options := list(candidates(query, Received({}, raw, {}), others)):
                found[name] = options
    return found


def claimed(field: str, meanings: Meanings, encodings: Mapping[str, Encoding]) -> bool:
    """Whether a field is part of a member with a style."""
    for name, options in meanings.items():
        own = field == name and encodings[name].style is not None
        deep = encodings[name].style == "deepObject" and field.startswith(f"{name}[")
        if own or deep or any(isinstance(option, Foreign) and field in option for option in options):
            return True
    return False


def raw_pair(part: Part, encodings: Mapping[str, Encoding]) -> str:
    """A text part as it would be written in a query; only the separator of its style has a meaning there."""
    encoding = encodings.get(part.name)
    delimiter = DELIMITERS[encoding.style] if encoding and encoding.style and not encoding.explode else ""
    text = quote(part.content.decode(errors="replace"), safe="")
    separator = quote({"%20": " ", "%7C": "|"}.get(delimiter, delimiter), safe="")
    return f"{quote(part.name, safe='')}={text.replace(separator, delimiter) if separator else text}"


# --- what a text or a part may mean -----------------------------------------------------------------------------------


def part_readings(parts: Sequence[Part]) -> list[object]:
    """What the parts of one name may stand for."""
    each = [list(part_meanings(part)) for part in parts]
    lists: list[object] = [
        [options[min(index, len(options) - 1)] for options in each] for index in range(max(map(len, each)))
    ]
    return [*each[0], *lists] if len(parts) == 1 else lists


def part_meanings(part: Part) -> Iterable[object]:
    """A part that says what it is is that; one of no media type, or a plain text, is a text before a file."""
    kind = media.essence(part.media_type)
    try:
        text = part.content.decode(media.charset(part.media_type))
    except (ValueError, LookupError):
        return [part.upload]
    typed = json_or_text(text)
    others = [text] if typed is text or (isinstance(typed, str) and not media.json(kind)) else [text, typed]
    if part.file_name is not None:
        return [part.upload, *reversed(others)] if media.json(kind) else [part.upload, *others]
    if media.json(kind):
        return [typed, text, part.upload]
    return [*others, part.upload] if kind in ("", "text/plain") else [part.upload, *others]


def fitting(meanings: Meanings, validate: Callable[[object], object]) -> object:
    """The value that the first meanings which fit make together; raises Refusal."""
    candidate = likely(meanings)
    try:
        return fitted(meanings, validate)
    except ValidationError as error:
        raise Refusal(422, list(faults_of(error, candidate))) from None
