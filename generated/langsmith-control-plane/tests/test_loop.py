"""The closed loop: what either client gives reaches the handler, and what the handler answers comes back, intact.

Payloads are drawn from the document, never from the models. The document's own judge reads the octets between client
and server.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from langsmith_control_plane import AsyncClient, Client
from langsmith_control_plane._runtime.model import UNSET
from langsmith_control_plane._runtime.testing.calls import (
    Answer,
    answers,
    bodies,
    given_json,
)
from langsmith_control_plane._runtime.testing.case import BodyCase, Case, ResponseCase
from langsmith_control_plane._runtime.testing.drawn import drawn, share
from langsmith_control_plane._runtime.testing.faults import unreadable
from langsmith_control_plane._runtime.testing.json import Json, encode
from langsmith_control_plane._runtime.testing.loop import ASYNC, SYNC, Loop, returned
from langsmith_control_plane._runtime.testing.mutate import at, holds, mutated, removed, replaced
from langsmith_control_plane._runtime.testing.streams import in_pieces, streamable
from langsmith_control_plane._runtime.testing.tally import TALLY
from langsmith_control_plane._runtime.testing.uploads import state
from langsmith_control_plane.errors import STATUS_ERRORS
from langsmith_control_plane.server import create_app
from langsmith_control_plane.testing.cases import OPERATIONS
from langsmith_control_plane.testing.document import oracle

LOOP = Loop({SYNC: Client, ASYNC: AsyncClient}, create_app, OPERATIONS, STATUS_ERRORS, oracle())

ANSWERS = [(case, response) for case in OPERATIONS for response in case.provable()]
SUCCESSES = [(case, response) for case, response in ANSWERS if case.code(response) < 300]
ERRORS = [(case, response) for case, response in ANSWERS if case.code(response) >= 300]
BODIES = [
    (case, body) for case in OPERATIONS for body in case.bodies if body.json and case.provable()
]
PARTIAL = [(case, body) for case, body in BODIES if body.optional]


def named(rows: list[tuple[Case, ResponseCase]]) -> list[str]:
    return [f"{case}-{response.status}" for case, response in rows]


def labelled(rows: list[tuple[Case, BodyCase]]) -> list[str]:
    """The media type only where there are several."""
    return [
        f"{case}-{body.media_type}" if len(case.bodies) > 1 else str(case) for case, body in rows
    ]


def has(path: tuple[str, ...]) -> Callable[[Json], bool]:
    """Whether a payload has something there that is not null."""
    return lambda payload: holds(payload, path) and at(payload, path) is not None


def goes_round(case: Case, response: ResponseCase, kind: str, data: DataObject) -> None:
    values = data.draw(LOOP.values(case))
    answer = data.draw(answers(case, response))
    for body in data.draw(bodies(case, LOOP.oracle)):
        assert LOOP.lost(kind, case, values, body, answer) == ""
        TALLY.count(case, kind)


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


@pytest.mark.parametrize(("case", "body"), PARTIAL, ids=labelled(PARTIAL))
def test_absent_null_and_a_value_are_three_states(case: Case, body: BodyCase) -> None:
    """For every member that may be absent, a few times each, and with either client in turn."""
    proved: Counter[tuple[str, ...]] = Counter()
    enough = share(10)

    def prove(
        payload: Json, path: tuple[str, ...], values: dict[str, Json], answer: Answer
    ) -> None:
        for changed in (payload, replaced(payload, path, None), removed(payload, path)):
            kind = ASYNC if proved[path] % 2 else SYNC
            sent = given_json(case, body, changed)
            if not LOOP.oracle.validator(body.pointer).accepts(changed):
                arguments = {**values, **sent.arguments}
                told = LOOP.call(
                    kind, case, arguments, lambda: returned(case, answer), body.example
                )
                assert (
                    isinstance(told.outcome, ValueError) and not told.exchanges
                ), f"{changed!r} was sent"
            else:
                assert LOOP.lost(kind, case, values, sent, answer) == ""
                wanted = at(changed, path) if holds(changed, path) else UNSET
                seen = state(LOOP.seen[0].arguments["body"], path)
                assert (seen is UNSET, seen is None) == (
                    wanted is UNSET,
                    wanted is None,
                ), f"{path}: {seen!r}"
            TALLY.count(case, "states")
        proved[path] += 1

    def run(
        paths: tuple[tuple[str, ...], ...], payloads: st.SearchStrategy[Json], examples: int
    ) -> None:
        @settings(max_examples=examples)
        @given(data=st.data())
        def each(data: DataObject) -> None:
            payload = data.draw(payloads)
            values = data.draw(LOOP.values(case))
            answer = data.draw(answers(case, case.provable()[0]))
            for path in paths:
                if proved[path] < enough and has(path)(payload):
                    prove(payload, path, values, answer)

        each()

    run(body.optional, body.strategy(), share(2))
    for path in body.optional:
        if not proved[path]:
            run((path,), body.strategy().filter(has(path)), 1)
        assert proved[path], f"no payload has {path}"


@pytest.mark.parametrize(("case", "body"), BODIES, ids=labelled(BODIES))
@drawn(2)
def test_a_request_that_breaks_the_document_reaches_no_handler(
    case: Case, body: BodyCase, data: DataObject
) -> None:
    values = data.draw(LOOP.values(case))
    payload = data.draw(body.strategy())
    answer = data.draw(answers(case, case.provable()[0]))
    sent = given_json(case, body, payload)
    arguments = {**values, **sent.arguments}
    told = LOOP.call(SYNC, case, arguments, lambda: returned(case, answer), sent.media_type)
    (valid,) = told.exchanges
    declared = [other.media_type for other in case.bodies]
    requests = [
        data.draw(
            st.sampled_from(
                list(unreadable(encode(payload), valid.headers, body.required, declared))
            )
        )
    ]
    for broken in data.draw(st.lists(mutated(st.just(payload)), min_size=3, max_size=3)):
        if not LOOP.oracle.validator(body.pointer).accepts(broken):
            requests.append((repr(broken), encode(broken), valid.headers))
    for name, content, headers in requests:
        status, seen = LOOP.raw(valid.method, valid.target, headers, content)
        assert 400 <= status < 500 and not seen, f"{name}: {status}"
        TALLY.count(case, "wire")


STREAMED = [
    (case, response)
    for case in OPERATIONS
    for response in case.provable()
    if streamable(case, response)
]


@pytest.mark.parametrize("kind", [SYNC, ASYNC])
@pytest.mark.parametrize(
    ("case", "response"), STREAMED, ids=[f"{case}-{response}" for case, response in STREAMED]
)
@drawn(5)
def test_a_stream_arrives_whole_and_while_it_is_sent(
    case: Case, response: ResponseCase, kind: str, data: DataObject
) -> None:
    values = data.draw(LOOP.values(case))
    body, *_ = data.draw(bodies(case, LOOP.oracle))
    sent = data.draw(in_pieces(case, response))
    assert sent.lost(LOOP, kind, {**values, **body.arguments}, body.media_type) == ""
    TALLY.count(case, kind)
