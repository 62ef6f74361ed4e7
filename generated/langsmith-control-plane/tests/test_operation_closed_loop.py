"""`operation-closed-loop`: what either client gives reaches the handler, and what the handler answers comes back.

For every operation, every media type of its body and every status that it declares, values are drawn from the
document: parameters of every style, path values with `/ ? # %` and text of any script, lists, headers, cookies, bodies,
files. The client, the wire and the server stub are all real and in one process. The handler must get exactly what the
caller gave, and the caller exactly what the handler returned, or the typed error of its status with its body. An answer
that is no JSON is also produced and read piece by piece, and must arrive while it is sent.

A failure means that something is lost or changed between a caller and a handler, although both use this package.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis.strategies import DataObject

from langsmith_control_plane._runtime.testing.calls import Call, aimed_calls, misleading
from langsmith_control_plane._runtime.testing.case import Case, ResponseCase
from langsmith_control_plane._runtime.testing.drawn import drawn, hold, sampled
from langsmith_control_plane._runtime.testing.loop import ASYNC, SYNC
from langsmith_control_plane._runtime.testing.record import CLOSED_LOOP
from langsmith_control_plane._runtime.testing.streams import in_pieces, streamable
from langsmith_control_plane.testing.cases import OPERATIONS
from langsmith_control_plane.testing.document import oracle
from langsmith_control_plane.testing.proof import LOOP, LOSSES, RECORD

ANSWERS = [(case, response) for case in OPERATIONS for response in case.provable()]
SUCCESSES = [(case, response) for case, response in ANSWERS if case.code(response) < 300]
STREAMED = [(case, response) for case, response in ANSWERS if streamable(case, response)]
LED = [(case, response) for case, response in SUCCESSES if any(misleading(oracle(), case))]
ERRORS = [(case, response) for case, response in ANSWERS if case.code(response) >= 300]


def named(rows: list[tuple[Case, ResponseCase]]) -> list[str]:
    return [f"{case}-{response.status}" for case, response in rows]


def goes_round(case: Case, response: ResponseCase, kind: str, data: DataObject) -> None:
    for call in data.draw(LOOP.calls(case, response, oracle())):
        held(kind, call)


def held(kind: str, call: Call) -> None:
    hold(LOSSES.of(call, LOOP.tell(kind, call)))
    RECORD.count(call.case, CLOSED_LOOP)
    RECORD.went_round(call)


@pytest.mark.parametrize("kind", [SYNC, ASYNC])
@pytest.mark.parametrize(("case", "response"), SUCCESSES, ids=named(SUCCESSES))
@drawn()
def test_what_is_given_arrives_and_what_is_returned_comes_back(
    case: Case, response: ResponseCase, kind: str, data: DataObject
) -> None:
    goes_round(case, response, kind, data)


@pytest.mark.parametrize("kind", [SYNC, ASYNC])
@pytest.mark.parametrize(("case", "response"), ERRORS, ids=named(ERRORS))
@drawn(5)
def test_what_is_raised_comes_back_as_the_error_of_its_status(
    case: Case, response: ResponseCase, kind: str, data: DataObject
) -> None:
    goes_round(case, response, kind, data)


@pytest.mark.parametrize(("case", "response"), ANSWERS, ids=named(ANSWERS))
def test_every_value_that_the_document_lists_goes_round(case: Case, response: ResponseCase) -> None:
    for calls in sampled(LOOP.calls(case, response, oracle()), 25):
        for call in calls:
            for aimed in aimed_calls(RECORD.coverage, oracle(), call):
                held(SYNC, aimed)


@pytest.mark.parametrize(("case", "response"), LED, ids=named(LED))
@drawn(50)
def test_a_value_that_would_lead_to_another_path_is_not_sent(
    case: Case, response: ResponseCase, data: DataObject
) -> None:
    for call in data.draw(LOOP.calls(case, response, oracle())):
        for name, text in misleading(oracle(), case):
            told = LOOP.tell(SYNC, replace(call, values={**call.values, name: text}))
            assert (
                isinstance(told.outcome, ValueError) and not told.exchanges
            ), f"{name}={text!r} was sent"


@pytest.mark.parametrize("kind", [SYNC, ASYNC])
@pytest.mark.parametrize(("case", "response"), STREAMED, ids=named(STREAMED))
@drawn(5)
def test_a_stream_arrives_whole_and_while_it_is_sent(
    case: Case, response: ResponseCase, kind: str, data: DataObject
) -> None:
    call, *_ = data.draw(LOOP.calls(case, response, oracle()))
    sent = data.draw(in_pieces(case, response))
    hold(sent.lost(LOOP, kind, call.arguments, call.given.media_type))
    RECORD.count(case, CLOSED_LOOP)
