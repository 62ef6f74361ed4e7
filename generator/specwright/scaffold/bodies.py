"""The body of a request -> its media type and samples of it."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import parse_qsl

from specwright.problem import Position, Refusal, error
from specwright.read import json_text
from specwright.read.json_text import JsonValue
from specwright.read.load import deeper
from specwright.scaffold.curl import Request
from specwright.scaffold.infer import Schema

DEPTH = 50
"""How deep a sample may nest."""
_FORM = "application/x-www-form-urlencoded"


class Body(NamedTuple):
    """A body of some media type: a sample of it; `fixed` is its schema where none is to be inferred.

    `files` are the fields of a form that carry a file.
    """

    media_type: str
    value: JsonValue
    fixed: Schema | None = None
    files: tuple[str, ...] = ()


BINARY: Schema = {"type": "string", "format": "binary"}


def body_of(request: Request) -> Body | None:
    """The body of a request; None if it sends none. Raises `Refusal` for JSON that is broken."""
    if request.form:
        fields = _fields([(part.name, part.value) for part in request.form])
        files = tuple(part.name for part in request.form if part.file)
        return Body(request.media_type or "multipart/form-data", fields, None, files)
    if request.body is None:
        return None
    media_type, text = request.media_type, request.body
    if media_type == _FORM and not text.lstrip().startswith(("{", "[")):
        return Body(media_type, _fields(parse_qsl(text, keep_blank_values=True)))
    if is_json(media_type) or media_type == _FORM:
        kind = media_type if is_json(media_type) else "application/json"
        return Body(kind, sample(text, "the body of the request", request.position))
    textual = media_type.startswith("text/") or media_type.endswith(("xml", "yaml"))
    return Body(media_type or "application/octet-stream", None, {"type": "string"} if textual else BINARY)


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON."""
    return media_type == "application/json" or media_type.endswith("+json")


def sample(text: str, what: str, position: Position) -> JsonValue:
    """The value of a sample. Raises `Refusal` if it is no JSON; `what` names it then."""
    try:
        value = json_text.parse(text, position.file)
        if not deeper(value, DEPTH):
            return value
        reason = f"it nests more than {DEPTH} levels deep"
    except RecursionError:
        reason = f"it nests more than {DEPTH} levels deep"
    except Refusal as refusal:
        reason = refusal.problems[0].message
    remedy = "Mend the sample: it must be whole, with no comments and nothing left out."
    raise Refusal([error("sample-broken", f"{what} is no JSON: {reason}", position, remedy)], findings=True)


def scalar(text: str) -> JsonValue:
    """What a text in a query or a form stands for: a number or a truth value if it looks like one."""
    if text in ("true", "false"):
        return text == "true"
    return int(text) if text.isascii() and text.isdigit() and str(int(text)) == text else text


def _fields(pairs: list[tuple[str, str]]) -> JsonValue:
    """The fields of a form; one that is given several times is a list."""
    found: dict[str, list[JsonValue]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(scalar(value))
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}
