"""`stub-refuses`: a request that breaks the document gets a 4xx with a pointer to the fault, and reaches no handler.

Valid requests are recorded, broken in one place, and sent to the stub as octets, past the clients: parameters that are
missing or of another type, bodies that the document does not allow, that are no JSON, or of a media type that is not
declared. The answer names the place of the fault: the parameter, or the JSON pointer inside of the body.

A failure means that a handler has to expect what the document rules out, or that a caller is not told what is wrong.
"""

from __future__ import annotations

import pytest
from hypothesis.strategies import DataObject

from langsmith_control_plane._runtime.testing.breaking import Breakage, aimed_breakages, breakages
from langsmith_control_plane._runtime.testing.case import Case
from langsmith_control_plane._runtime.testing.drawn import drawn, hold, sampled
from langsmith_control_plane._runtime.testing.loop import SYNC
from langsmith_control_plane._runtime.testing.record import STUB_REFUSES
from langsmith_control_plane.testing.cases import OPERATIONS
from langsmith_control_plane.testing.document import oracle
from langsmith_control_plane.testing.proof import LOOP, RECORD

CASES = [case for case in OPERATIONS if STUB_REFUSES in RECORD.wanted(case)]


@pytest.mark.parametrize("case", CASES, ids=str)
@drawn(2)
def test_a_request_that_breaks_the_document_reaches_no_handler(
    case: Case, data: DataObject
) -> None:
    for call in data.draw(LOOP.calls(case, case.provable()[0], oracle())):
        (valid,) = LOOP.tell(SYNC, call).exchanges
        for broken in data.draw(breakages(oracle(), call, valid)):
            refused(case, broken)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_keyword_of_a_request_means_to_the_stub_what_it_means_to_the_document(
    case: Case,
) -> None:
    for calls in sampled(LOOP.calls(case, case.provable()[0], oracle()), 25):
        for call in calls:
            (valid,) = LOOP.tell(SYNC, call).exchanges
            RECORD.went_round(call)
            for broken in aimed_breakages(RECORD.coverage, oracle(), call, valid):
                refused(case, broken)


def refused(case: Case, broken: Breakage) -> None:
    status, content = LOOP.raw(broken.sent)
    assert not LOOP.seen, f"{broken.name}: a handler was reached"
    assert 400 <= status < 500, f"{broken.name}: the status is {status}"
    hold(broken.misplaced(content))
    RECORD.count(case, STUB_REFUSES)
    if broken.pointer:
        RECORD.coverage.seen(broken.pointer, broken.payload, valid=False)
