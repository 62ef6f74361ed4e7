"""Every operation sends what it is given and returns what it is sent, in both clients."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langsmith_control_plane import AsyncClient, Client
from langsmith_control_plane._runtime.adapter import adapter
from langsmith_control_plane._runtime.media import json as is_json
from langsmith_control_plane._runtime.testing import mutate
from langsmith_control_plane._runtime.testing.calls import (
    Send,
    answers,
    awaited,
    blocking,
    body_arguments,
    misplaced,
    parameter_values,
)
from langsmith_control_plane._runtime.testing.case import BodyCase, Case
from langsmith_control_plane._runtime.testing.equality import difference
from langsmith_control_plane._runtime.testing.json import Json, decode
from langsmith_control_plane._runtime.testing.tally import TALLY
from langsmith_control_plane.testing.cases import OPERATIONS
from langsmith_control_plane.testing.document import oracle

CLIENTS = {"Client": blocking(Client), "AsyncClient": awaited(AsyncClient)}
BODIES = [(case, case.body) for case in OPERATIONS if case.body and is_json(case.body.media_type)]
STATES = [(case, body, path) for case, body in BODIES for path in body.optional]


def sent(case: Case, body: BodyCase, payload: Json, send: Send, data: st.DataObject) -> Json:
    """The body that arrives when the payload is given, after a look at the rest of the request."""
    values = data.draw(parameter_values(case))
    answer = data.draw(answers(case))
    recorder = answer.recorder()
    send(case, recorder, {**values, **body_arguments(body, payload)})
    assert misplaced(case, recorder.request, values) == ""
    TALLY.operation(str(case))
    return decode(recorder.request.content)


@pytest.mark.parametrize("send", CLIENTS.values(), ids=CLIENTS)
@pytest.mark.parametrize("case", OPERATIONS, ids=str)
@given(data=st.data())
def test_answer_is_returned_as_it_was_sent(case: Case, send: Send, data: st.DataObject) -> None:
    if case.body is not None and case.body.required and not is_json(case.body.media_type):
        pytest.skip(f"bodies of {case.body.media_type} are not drawn")
    values = data.draw(parameter_values(case))
    given_body = {}
    if case.body is not None and is_json(case.body.media_type):
        given_body = body_arguments(case.body, data.draw(case.body.strategy()))
    answer = data.draw(answers(case))
    recorder = answer.recorder()
    value = send(case, recorder, {**values, **given_body})
    assert misplaced(case, recorder.request, values) == ""
    if is_json(answer.response.media_type):
        assert (
            difference(answer.value, decode(adapter(answer.response.type).dump_json(value))) == ""
        )
    elif answer.response.media_type:
        assert value in (answer.content, answer.content.decode())
    else:
        assert value is None
    TALLY.operation(str(case))


@pytest.mark.parametrize("send", CLIENTS.values(), ids=CLIENTS)
@pytest.mark.parametrize(("case", "body"), BODIES, ids=[str(case) for case, _ in BODIES])
@given(data=st.data())
def test_body_arrives_as_it_was_given(
    case: Case, body: BodyCase, send: Send, data: st.DataObject
) -> None:
    payload = data.draw(body.strategy())
    arrived = sent(case, body, payload, send, data)
    assert difference(payload, arrived) == ""
    assert oracle().validator(body.pointer).explain(arrived) == ""


@pytest.mark.parametrize(
    ("case", "body", "path"), STATES, ids=[f"{case}-{'.'.join(path)}" for case, _, path in STATES]
)
@settings(max_examples=10)
@given(data=st.data())
def test_absent_null_and_a_value_are_three_states(
    case: Case, body: BodyCase, path: tuple[str, ...], data: st.DataObject
) -> None:
    present = data.draw(body.strategy().filter(lambda payload: mutate.holds(payload, path)))
    states = {
        "a value": present,
        "null": mutate.replaced(present, path, None),
        "absent": mutate.removed(present, path),
    }
    for payload in states.values():
        if oracle().validator(body.pointer).accepts(payload):
            assert difference(payload, sent(case, body, payload, CLIENTS["Client"], data)) == ""
