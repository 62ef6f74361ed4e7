"""`wire-oracle`: the octets of every request and every answer are what the document says.

A client and a stub that are made from the same templates could agree on a wrong encoding, and the closed loop would
not notice. So what lies on the wire between them is read by code that shares nothing with either: bodies are judged by
jsonschema-rs with the document itself, parameters and headers are read by the style tables of OpenAPI and RFC 6570, and
forms by their encodings. What is on the wire at all, each parameter with its style and each status, is read from the
document once more.

A failure means that another server, or another client, would not understand this package.
"""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from langsmith_control_plane._runtime.testing.case import Case
from langsmith_control_plane._runtime.testing.declared import Declared
from langsmith_control_plane._runtime.testing.documented import misdocumented
from langsmith_control_plane._runtime.testing.drawn import drawn, hold
from langsmith_control_plane._runtime.testing.loop import ASYNC, SYNC
from langsmith_control_plane._runtime.testing.opened import published
from langsmith_control_plane._runtime.testing.record import WIRE_ORACLE
from langsmith_control_plane.testing import document
from langsmith_control_plane.testing.cases import OPERATIONS
from langsmith_control_plane.testing.document import oracle
from langsmith_control_plane.testing.proof import LOOP, RECORD

CASES = [case for case in OPERATIONS if case.provable()]
DECLARED = Declared(published(document.__file__))


def test_every_operation_of_the_document_is_proved() -> None:
    hold(DECLARED.missing(OPERATIONS))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_proved_is_what_the_document_declares(case: Case) -> None:
    hold(DECLARED.misread(case))


@pytest.mark.parametrize("case", CASES, ids=str)
@drawn()
def test_a_request_and_its_answer_are_what_the_document_says(case: Case, data: DataObject) -> None:
    kind = data.draw(st.sampled_from((SYNC, ASYNC)))
    response = data.draw(st.sampled_from(case.provable()))
    for call in data.draw(LOOP.calls(case, response, oracle())):
        told = LOOP.tell(kind, call)
        assert told.exchanges, f"nothing was sent: {told.outcome!r}"
        hold(misdocumented(oracle(), call, told.exchanges[0]))
        RECORD.count(case, WIRE_ORACLE)
