"""`forward-compatible`: an answer of a newer API is understood, and one that makes no sense is one typed error.

A server may be newer than this package. Answers with members, values of enumerations and alternatives of unions that
the document does not know are parsed, kept, and written again as they came. A server may also be out of its mind:
answers of the wrong type or media type, cut off, empty, too deep, with numbers that are none, with text that is none,
or with a member twice are an `APIResponseValidationError` with a JSON pointer and the content as it came. Nothing else is
ever raised, and nothing hangs.

A failure means that a client breaks when the API grows, or that broken data gets through to its caller.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from langsmith_control_plane import AsyncClient, Client
from langsmith_control_plane._runtime.testing.calls import bodies, parameter_values
from langsmith_control_plane._runtime.testing.case import NO_CONTENT, Case, ResponseCase
from langsmith_control_plane._runtime.testing.codec import dumped, loaded
from langsmith_control_plane._runtime.testing.drawn import drawn, hold
from langsmith_control_plane._runtime.testing.equality import difference
from langsmith_control_plane._runtime.testing.faults import Malformed, invalid, malformed
from langsmith_control_plane._runtime.testing.json import Json, encode
from langsmith_control_plane._runtime.testing.loop import ASYNC, SYNC, played
from langsmith_control_plane._runtime.testing.mutate import without_one
from langsmith_control_plane._runtime.testing.opened import (
    Growth,
    opened,
    opened_oracle,
    published,
    tags,
)
from langsmith_control_plane._runtime.testing.record import FORWARD_COMPATIBLE
from langsmith_control_plane._runtime.testing.wire import Recorder
from langsmith_control_plane.errors import APIResponseValidationError, APIStatusError
from langsmith_control_plane.testing import document
from langsmith_control_plane.testing.cases import OPERATIONS
from langsmith_control_plane.testing.document import oracle
from langsmith_control_plane.testing.proof import RECORD

CLIENTS = {SYNC: Client, ASYNC: AsyncClient}
DOCUMENT = published(document.__file__)
KEPT = opened_oracle(DOCUMENT, Growth.SURE)
GROWN = opened_oracle(DOCUMENT, Growth.POSSIBLE)
TAGS = tags(DOCUMENT)

JSON = [(case, response) for case in OPERATIONS for response in case.provable() if response.json]
JSON = [(case, response) for case, response in JSON if case.code(response) not in NO_CONTENT]
SUCCESSES = [(case, response) for case, response in JSON if case.code(response) < 300]


def named(rows: list[tuple[Case, ResponseCase]]) -> list[str]:
    return [f"{case}-{response.status}" for case, response in rows]


def arguments(case: Case, data: DataObject) -> dict[str, Any]:
    """What the operation is called with, which no answer depends on."""
    given_, *_ = data.draw(bodies(case, document.oracle()))
    return {**data.draw(parameter_values(case)), **given_.arguments}


def outcome(case: Case, asked: dict[str, Any], recorder: Recorder, data: DataObject) -> object:
    """What one of the clients returns or raises for an answer."""
    kind = data.draw(st.sampled_from((SYNC, ASYNC)))
    return played(CLIENTS[kind], kind, case, asked, recorder)


@pytest.mark.parametrize(("case", "response"), JSON, ids=named(JSON))
@drawn(2)
def test_unknown_members_and_values_of_an_answer_are_kept(
    case: Case, response: ResponseCase, data: DataObject
) -> None:
    payload = data.draw(opened(response.strategy(), KEPT.validator(response.pointer), TAGS))
    kept(case, response, payload, arguments(case, data), data)


@pytest.mark.parametrize(("case", "response"), JSON, ids=named(JSON))
@drawn(50)
def test_an_answer_may_lack_what_the_document_lets_it_lack(
    case: Case, response: ResponseCase, data: DataObject
) -> None:
    payload = data.draw(response.strategy())
    asked = arguments(case, data)
    for lacking in without_one(payload):
        if oracle().validator(response.pointer).accepts(lacking):
            kept(case, response, lacking, asked, data)


def kept(
    case: Case, response: ResponseCase, payload: Json, asked: dict[str, Any], data: DataObject
) -> None:
    """The client has all of an answer."""
    status = case.code(response)
    value = outcome(case, asked, Recorder(status, response.example, encode(payload)), data)
    if not 200 <= status < 300:
        assert isinstance(value, APIStatusError)
        value = value.body
    assert not isinstance(value, Exception), value
    assert type(value) is type(loaded(response.type, payload, open=True))
    hold(difference(payload, dumped(response.type, value)))
    RECORD.count(case, FORWARD_COMPATIBLE)


@pytest.mark.parametrize(("case", "response"), SUCCESSES, ids=named(SUCCESSES))
@drawn(4)
def test_an_invalid_answer_is_one_typed_error(
    case: Case, response: ResponseCase, data: DataObject
) -> None:
    asked = arguments(case, data)
    for answer in data.draw(invalid(response, GROWN.validator(response.pointer))):
        refused(case, response, answer, asked, data)


@pytest.mark.parametrize(("case", "response"), SUCCESSES, ids=named(SUCCESSES))
@drawn(50)
def test_a_malformed_answer_is_one_typed_error(
    case: Case, response: ResponseCase, data: DataObject
) -> None:
    payload = data.draw(response.strategy())
    asked = arguments(case, data)
    for answer in malformed(case, response, payload, GROWN.validator(response.pointer)):
        refused(case, response, answer, asked, data)


def refused(
    case: Case, response: ResponseCase, answer: Malformed, asked: dict[str, Any], data: DataObject
) -> None:
    value = outcome(
        case, asked, Recorder(case.code(response), answer.media_type, answer.content), data
    )
    assert type(value) is APIResponseValidationError, f"{answer.name}: {value!r}"
    assert value.body == answer.content
    assert answer.leads_to(
        value.pointer
    ), f"{answer.name}: the pointer {value.pointer!r} leads elsewhere"
    RECORD.count(case, FORWARD_COMPATIBLE)
    RECORD.refused(answer, response)
