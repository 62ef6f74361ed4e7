"""What a document says of the octets of an exchange, and whether they are as it says.

The judge of bodies is jsonschema-rs on the document itself, parameters are read by the style tables, and forms by
their encodings: not a line of the client or the server is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from ..media import closeness
from .calls import Answer, Call, Given
from .equality import difference
from .json import Json, decode
from .members import members_lost
from .oracle import Oracle
from .serialised import Request, misplaced, misread
from .wire import Exchange


def misdocumented(oracle: Oracle, call: Call, exchange: Exchange) -> str:
    """The first place where the exchange of a call is not what the document says; empty if there is none."""
    return next(_faults(oracle, call, exchange), "")


def _faults(oracle: Oracle, call: Call, exchange: Exchange) -> Iterator[str]:
    yield from filter(None, [misplaced(call.case, exchange, call.values)])
    if fault := _body_fault(oracle, call.given, exchange):
        yield f"the body {fault}"
    if fault := _answer_fault(oracle, call.answer, exchange):
        yield f"the answer, status {call.answer.status}, {fault}"


def _body_fault(oracle: Oracle, given: Given, exchange: Exchange) -> str:
    body, sent = given.body, exchange.headers.get("content-type", "")
    if body is None:
        return f"was not given: {exchange.content!r}" if exchange.content else ""
    if not closeness(sent, body.media_type):
        return f"is {sent!r}, not {body.media_type!r}"
    if body.json:
        return _json_fault(oracle, body.pointer, cast(Json, given.value), exchange.content)
    if body.form or body.multipart:
        return members_lost(body, cast("dict[str, Json]", given.value), given.files, exchange)
    content = given.value.encode() if isinstance(given.value, str) else given.value
    return "" if exchange.content == content else f"is {exchange.content!r}, not {content!r}"


def _answer_fault(oracle: Oracle, answer: Answer, exchange: Exchange) -> str:
    if exchange.status != answer.status:
        return f"is {exchange.status}: {exchange.answer!r}"
    found = Request({}, "", exchange.answer_headers)
    headers = ((header, answer.headers.get(header.wire_name)) for header in answer.response.headers)
    if fault := next(filter(None, (misread(header, found, value) for header, value in headers)), ""):
        return f"has the {fault}"
    if not answer.media_type:
        return f"has content: {exchange.answer!r}" if exchange.answer else ""
    if not closeness(exchange.media_type, answer.media_type):
        return f"is {exchange.media_type!r}, not {answer.media_type!r}"
    if answer.json:
        return _json_fault(oracle, answer.response.pointer, cast(Json, answer.value), exchange.answer)
    return ""


def _json_fault(oracle: Oracle, pointer: str, value: Json, content: bytes) -> str:
    """What the judge says of octets, and how they differ from the JSON that was to be sent."""
    try:
        wire = decode(content)
    except ValueError:
        return f"is no JSON: {content!r}"
    if complaint := oracle.validator(pointer).explain(wire):
        return f"is not valid: {complaint}"
    fault = difference(value, wire)
    return fault and f"is not what was given: {fault}"
