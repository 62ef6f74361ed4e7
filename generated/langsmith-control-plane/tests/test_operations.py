"""What a client makes of the answers of another server: a newer one, and one that is out of its mind."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from langsmith_control_plane import AsyncClient, Client
from langsmith_control_plane._runtime.testing.calls import bodies, parameter_values
from langsmith_control_plane._runtime.testing.case import NO_CONTENT, Case, ResponseCase
from langsmith_control_plane._runtime.testing.drawn import drawn
from langsmith_control_plane._runtime.testing.equality import difference
from langsmith_control_plane._runtime.testing.faults import malformed
from langsmith_control_plane._runtime.testing.json import encode
from langsmith_control_plane._runtime.testing.loop import ASYNC, SYNC, dumped, loaded, played
from langsmith_control_plane._runtime.testing.opened import opened, opened_oracle, published
from langsmith_control_plane._runtime.testing.tally import TALLY
from langsmith_control_plane._runtime.testing.wire import Recorder
from langsmith_control_plane.errors import APIResponseValidationError, APIStatusError
from langsmith_control_plane.testing import document
from langsmith_control_plane.testing.cases import OPERATIONS

CLIENTS = {SYNC: Client, ASYNC: AsyncClient}
OPENED = opened_oracle(published(document.__file__))

JSON = [(case, response) for case in OPERATIONS for response in case.provable() if response.json]
JSON = [(case, response) for case, response in JSON if case.code(response) not in NO_CONTENT]
SUCCESSES = [(case, response) for case, response in JSON if case.code(response) < 300]


def named(rows: list[tuple[Case, ResponseCase]]) -> list[str]:
    return [f"{case}-{response.status}" for case, response in rows]


def outcome(case: Case, recorder: Recorder, data: DataObject) -> object:
    """What one of the clients returns or raises for an answer."""
    kind = data.draw(st.sampled_from((SYNC, ASYNC)))
    given_, *_ = data.draw(bodies(case, document.oracle()))
    return played(
        CLIENTS[kind],
        kind,
        case,
        {**data.draw(parameter_values(case)), **given_.arguments},
        recorder,
    )


@pytest.mark.parametrize(("case", "response"), JSON, ids=named(JSON))
@drawn(2)
def test_unknown_members_and_values_of_an_answer_are_kept(
    case: Case, response: ResponseCase, data: DataObject
) -> None:
    payload = data.draw(opened(response.strategy(), OPENED.validator(response.pointer)))
    status = case.code(response)
    value = outcome(case, Recorder(status, response.example, encode(payload)), data)
    if not 200 <= status < 300:
        assert isinstance(value, APIStatusError)
        value = value.body
    assert not isinstance(value, Exception), value
    assert type(value) is type(loaded(response.type, payload, open=True))
    assert difference(payload, dumped(response.type, value)) == ""
    TALLY.count(case, "wire")


@pytest.mark.parametrize(("case", "response"), SUCCESSES, ids=named(SUCCESSES))
@drawn(2)
def test_a_malformed_answer_is_one_typed_error(
    case: Case, response: ResponseCase, data: DataObject
) -> None:
    answer = data.draw(malformed(case, response, OPENED.validator(response.pointer)))
    value = outcome(case, Recorder(case.code(response), answer.media_type, answer.content), data)
    assert type(value) is APIResponseValidationError, f"{answer.name}: {value!r}"
    TALLY.count(case, "wire")
