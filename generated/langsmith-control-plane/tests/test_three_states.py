"""`three-states`: absent, null and a value are three things, for every optional member of every body.

Each member that may be absent, of a body and of the objects in it, is left out, set to null and given a value. The wire
has exactly the members that were given, the handler can tell the three apart, and no default of the document leaks
into either. A value that was read and has one member changed is sent with that change and nothing else. What the
document does not allow, such as a null where there is none, is refused before it is sent.

A failure means that a PATCH changes what its caller never mentioned, or does not change what they did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from langsmith_control_plane._runtime.model import UNSET
from langsmith_control_plane._runtime.testing.calls import Answer, Call, answers, given_json
from langsmith_control_plane._runtime.testing.case import BodyCase, Case
from langsmith_control_plane._runtime.testing.drawn import drawn, hold, share
from langsmith_control_plane._runtime.testing.equality import difference
from langsmith_control_plane._runtime.testing.json import Json, decode
from langsmith_control_plane._runtime.testing.loop import ASYNC, SYNC
from langsmith_control_plane._runtime.testing.mutate import at, holds, removed, replaced
from langsmith_control_plane._runtime.testing.record import THREE_STATES
from langsmith_control_plane._runtime.testing.uploads import altered, state
from langsmith_control_plane.testing.cases import OPERATIONS
from langsmith_control_plane.testing.proof import LOOP, LOSSES, RECORD

BODIES = [
    (case, body) for case in OPERATIONS for body in case.bodies if body.json and case.provable()
]
PARTIAL = [(case, body) for case, body in BODIES if body.optional]


def labelled(rows: list[tuple[Case, BodyCase]]) -> list[str]:
    """The media type only where there are several."""
    return [
        f"{case}-{body.media_type}" if len(case.bodies) > 1 else str(case) for case, body in rows
    ]


def has(path: tuple[str, ...]) -> Callable[[Json], bool]:
    """Whether a payload has something there that is not null."""
    return lambda payload: holds(payload, path) and at(payload, path) is not None


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
            call = Call(case, values, given_json(case, body, changed), answer)
            told = LOOP.tell(kind, call)
            if not LOSSES.oracle.validator(body.pointer).accepts(changed):
                assert (
                    isinstance(told.outcome, ValueError) and not told.exchanges
                ), f"{changed!r} was sent"
            else:
                hold(LOSSES.of(call, told))
                hold(difference(changed, decode(told.exchanges[0].content)))
                wanted = at(changed, path) if holds(changed, path) else UNSET
                seen = state(told.seen[0].arguments["body"], path)
                assert (seen is UNSET, seen is None) == (
                    wanted is UNSET,
                    wanted is None,
                ), f"{path}: {seen!r}"
            RECORD.count(case, THREE_STATES)
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


@pytest.mark.parametrize(("case", "body"), PARTIAL, ids=labelled(PARTIAL))
@drawn(5)
def test_what_was_read_and_changed_is_sent_with_the_change_alone(
    case: Case, body: BodyCase, data: DataObject
) -> None:
    payload = data.draw(body.strategy())
    values = data.draw(LOOP.values(case))
    answer = data.draw(answers(case, case.provable()[0]))
    read, changed = altered(data.draw, body, payload)
    assume(LOSSES.oracle.validator(body.pointer).accepts(changed))
    given_ = given_json(case, body, changed)
    call = Call(case, values, replace(given_, arguments={**given_.arguments, **read}), answer)
    told = LOOP.tell(SYNC, call)
    assert told.exchanges, f"nothing was sent: {told.outcome!r}"
    hold(difference(changed, decode(told.exchanges[0].content)))
    RECORD.count(case, THREE_STATES)
