"""Every model carries every payload intact, and accepts exactly what the document allows."""

from __future__ import annotations

import pytest
from hypothesis.strategies import DataObject
from pydantic import BaseModel, ValidationError

from langsmith_control_plane._runtime.testing.case import SchemaCase
from langsmith_control_plane._runtime.testing.codec import codec
from langsmith_control_plane._runtime.testing.drawn import drawn
from langsmith_control_plane._runtime.testing.equality import difference
from langsmith_control_plane._runtime.testing.json import decode, encode
from langsmith_control_plane._runtime.testing.mutate import mutated
from langsmith_control_plane._runtime.testing.opened import declared, published
from langsmith_control_plane._runtime.testing.tally import TALLY
from langsmith_control_plane._runtime.testing.words import words
from langsmith_control_plane.testing import document
from langsmith_control_plane.testing.cases import SCHEMAS
from langsmith_control_plane.testing.document import oracle

DOCUMENT = published(document.__file__)
COMPONENTS = [case for case in SCHEMAS if case.pointer]


@pytest.mark.parametrize("case", SCHEMAS, ids=lambda case: case.name)
@drawn()
def test_a_valid_payload_comes_back_as_the_same_json(case: SchemaCase, data: DataObject) -> None:
    payload = data.draw(case.strategy())
    assert (
        not case.pointer or oracle().validator(case.pointer, case.direction).explain(payload) == ""
    )
    model = codec(case.type)
    value = model.validate_json(encode(payload))
    assert difference(payload, decode(model.dump_json(value))) == ""
    if case.pointer and isinstance(value, BaseModel):
        assert not declared(DOCUMENT, case) & set(
            value.model_extra or ()
        ), "no attribute stands for it"
    TALLY.count(case)


@pytest.mark.parametrize("case", COMPONENTS, ids=lambda case: case.name)
@drawn()
def test_a_model_accepts_exactly_what_the_document_allows(
    case: SchemaCase, data: DataObject
) -> None:
    payload = data.draw(mutated(case.strategy(), words(DOCUMENT, case.pointer)))
    model = codec(case.type)
    complaint = oracle().validator(case.pointer, case.direction).explain(payload)
    if complaint:
        with pytest.raises(ValidationError):
            pytest.fail(f"accepted as {model.validate_json(encode(payload))!r}, but {complaint}")
    else:
        written = model.dump_json(model.validate_json(encode(payload)))
        assert difference(payload, decode(written)) == ""
    TALLY.count(case)
