"""What a handler returned -> the response that is sent, which is valid for what the document declares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json, to_json
from starlette.responses import Response

from .. import media
from ..bodies import raw
from ..draft import Draft
from ..headers import header_value
from ..json_text import refuse_constants
from ..locations import pointer
from ..model import UNSET
from ..operation import Operation
from ..parameters import Header
from ..responses import Answer
from .reply import HTTPProblem, Refusal, Reply
from .streaming import Chunks, Streaming, in_pieces

EMPTY = frozenset({204, 205, 304})
"""The statuses of an answer without content (RFC 9110, section 15)."""


class InvalidReply(Exception):
    """A handler returned something that may not be sent; the text says what, where and why."""


def answer(operation: Operation[Any], reply: Reply[object]) -> Response:
    """The response to a call; raises InvalidReply."""
    status = success(operation) if reply.status is None else reply.status
    answers = operation.answers(status)
    if answers is None:
        raise InvalidReply(f"the status {status} is not declared")
    content, media_type = written(answers, reply, status)
    return response(status, content, media_type, reply.headers, operation.answer_headers(status))


def problem(operation: Operation[Any], raised: HTTPProblem) -> Response:
    """The response to a call that a handler refuses. A status that is not declared has any JSON for its body."""
    reply = Reply(raised.body, raised.status, raised.headers)
    if operation.answers(raised.status) is not None:
        return answer(operation, reply)
    if raised.body is None:
        return response(raised.status, b"", "", raised.headers)
    content, media_type = written((Answer("application/json", lambda: Any),), reply, raised.status)
    return response(raised.status, content, media_type, raised.headers)


def refusal(refused: Refusal) -> Response:
    """The response of the server itself."""
    content = to_json({"detail": [fault.json() for fault in refused.faults]})
    return response(refused.status, content, "application/json", refused.headers)


def success(operation: Operation[Any]) -> int:
    """The status of a plain return: the lowest that is declared below 400, and 200 if it is in a range of them."""
    declared = sorted(int(status) for status in operation.responses if status.isdigit() and int(status) < 400)
    fine = [status for status in declared if 200 <= status < 300]
    if fine or not declared or operation.answers(200) is not None:
        return fine[0] if fine else 200
    return declared[0]


def response(
    status: int,
    content: bytes | Chunks,
    media_type: str,
    headers: Mapping[str, object],
    declared: Sequence[Header] = (),
) -> Response:
    fields = {"content-type": media_type} if media_type else {}
    given = {name.lower(): (name, value) for name, value in headers.items()}
    draft = Draft()
    try:
        for header in declared:
            _, value = given.pop(header.wire_name.lower(), ("", UNSET))
            if value is not UNSET and value is not None:
                header.write(value, draft)
            elif header.required:
                raise InvalidReply(f"the header {header.wire_name} is required")
        draft.headers |= {key: plain_header(name, value) for key, (name, value) in given.items()}
    except ValueError as error:
        raise InvalidReply(str(error)) from None
    fields |= {key: value.decode("latin-1") for key, value in draft.headers.items()}
    return Streaming(content, status, fields) if isinstance(content, Chunks) else Response(content, status, fields)


def plain_header(name: str, value: object) -> bytes:
    """The octets of a header of which nothing is declared."""
    if not isinstance(value, str):
        raise InvalidReply(f"the header {name} is not declared, so it is a str, not {type(value).__name__}")
    return header_value(name, value)


def written(answers: Sequence[Answer], reply: Reply[object], status: int) -> tuple[bytes | Chunks, str]:
    """The content for a value and its media type: of several, the one that is asked for, else the first that fits."""
    wanted = next((str(value) for name, value in reply.headers.items() if name.lower() == "content-type"), "")
    fitting = [answer for answer in answers if not wanted or media.within(wanted, answer.media_type)]
    if not fitting:
        raise InvalidReply(f"the media type {wanted!r} is not declared for the status {status}")
    faults: list[InvalidReply] = []
    for each in fitting:
        try:
            media_type = wanted or named(each, reply.value)
            return content_of(each, reply.value, status, media_type), media_type
        except InvalidReply as fault:
            faults.append(fault)
    raise faults[0]


def named(declared: Answer, value: object) -> str:
    """The media type of a value; where any may be, a str is a text."""
    if media.essence(declared.media_type) == "*/*" and isinstance(value, str) and not declared.structured:
        return "text/plain; charset=utf-8"
    return media.concrete(declared.media_type, structured=declared.structured)


def content_of(declared: Answer, value: object, status: int, media_type: str) -> bytes | Chunks:
    """The octets of a value, as the answer declares it, or those that are to come; raises InvalidReply."""
    if not declared.media_type or status in EMPTY:
        if value is not None:
            raise InvalidReply(f"there is no content in an answer of status {status}")
        return b""
    try:
        if declared.is_json(media_type):
            if in_pieces(value):
                raise InvalidReply("JSON is checked before it is sent: it cannot be produced piece by piece")
            return json(declared, value)
        charset = media.charset(media_type)
        return Chunks(value, charset) if in_pieces(value) else raw(value, charset)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = pointer(value, fault["loc"], missing=fault["type"] == "missing")
        raise InvalidReply(f"at {place or 'the top'}: {fault['msg']}") from None
    except (ValueError, TypeError, RecursionError, LookupError) as error:
        raise InvalidReply(str(error)) from None


def json(declared: Answer, value: object) -> bytes:
    """The JSON text of a value: exactly the members that were given, under their wire names.

    The text itself is validated too: a model may have been built or changed without a look at what it holds.
    """
    adapter = declared.adapter
    content = adapter.dump_json(adapter.validate_python(value), by_alias=True, warnings=False)
    refuse_constants(content)
    try:
        adapter.validate_json(content)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = pointer(from_json(content), fault["loc"], missing=fault["type"] == "missing")
        raise InvalidReply(f"at {place or 'the top'}: {fault['msg']}") from None
    return content
