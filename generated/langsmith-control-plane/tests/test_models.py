"""Every model carries every payload intact, and accepts exactly what the document allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from langsmith_control_plane._runtime.adapter import adapter
from langsmith_control_plane._runtime.testing.case import SchemaCase
from langsmith_control_plane._runtime.testing.equality import difference
from langsmith_control_plane._runtime.testing.json import decode, encode
from langsmith_control_plane._runtime.testing.mutate import mutated
from langsmith_control_plane._runtime.testing.tally import TALLY
from langsmith_control_plane.testing.cases import SCHEMAS
from langsmith_control_plane.testing.document import oracle

COMPONENTS = [case for case in SCHEMAS if case.pointer]


@pytest.mark.parametrize("case", SCHEMAS, ids=lambda case: case.name)
@given(data=st.data())
def test_payload_comes_back_as_the_same_json(case: SchemaCase, data: st.DataObject) -> None:
    payload = data.draw(case.strategy())
    model = adapter(case.type)
    written = model.dump_json(model.validate_json(encode(payload)))
    assert difference(payload, decode(written)) == ""
    TALLY.schema(case.name)


@pytest.mark.parametrize("case", COMPONENTS, ids=lambda case: case.name)
@given(data=st.data())
def test_strategy_draws_what_the_document_allows(case: SchemaCase, data: st.DataObject) -> None:
    payload = data.draw(case.strategy())
    assert oracle().validator(case.pointer).explain(payload) == ""
    TALLY.schema(case.name)


@pytest.mark.parametrize("case", COMPONENTS, ids=lambda case: case.name)
@given(data=st.data())
def test_model_accepts_exactly_what_the_document_allows(
    case: SchemaCase, data: st.DataObject
) -> None:
    payload = data.draw(mutated(case.strategy()))
    model = adapter(case.type)
    complaint = oracle().validator(case.pointer).explain(payload)
    if complaint:
        with pytest.raises(ValidationError):
            pytest.fail(f"accepted as {model.validate_json(encode(payload))!r}, but {complaint}")
    else:
        written = model.dump_json(model.validate_json(encode(payload)))
        assert difference(payload, decode(written)) == ""
    TALLY.schema(case.name)
