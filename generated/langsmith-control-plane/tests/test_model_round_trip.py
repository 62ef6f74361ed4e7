"""`model-round-trip`: every model carries every payload intact, and accepts exactly what the document allows.

For every schema of the API, components and inline ones alike, payloads are drawn from the schema, never from the
model. What is valid is parsed, written again, and must be the same JSON: no member is lost, no number rounded, no
date spelled anew or taken for another one, and every declared member has an attribute. What is broken in one place, or was made to hit a bound
of the schema from either side, must be accepted by the model exactly if the document's own judge accepts it.

A failure means that the package changes, drops or refuses data that the document allows, or takes data that it does
not.
"""

from __future__ import annotations

import pytest
from hypothesis.strategies import DataObject
from pydantic import BaseModel, ValidationError

from langsmith_control_plane._runtime.testing.case import SchemaCase
from langsmith_control_plane._runtime.testing.codec import codec
from langsmith_control_plane._runtime.testing.drawn import drawn, hold, sampled
from langsmith_control_plane._runtime.testing.equality import difference
from langsmith_control_plane._runtime.testing.json import Json, decode, encode
from langsmith_control_plane._runtime.testing.meaning import mistaken
from langsmith_control_plane._runtime.testing.mutate import mutated
from langsmith_control_plane._runtime.testing.opened import declared, published
from langsmith_control_plane._runtime.testing.record import MODEL_ROUND_TRIP
from langsmith_control_plane._runtime.testing.trial import TRIALS, Parsed
from langsmith_control_plane._runtime.testing.words import words
from langsmith_control_plane.testing import document
from langsmith_control_plane.testing.cases import SCHEMAS
from langsmith_control_plane.testing.document import oracle
from langsmith_control_plane.testing.proof import RECORD

DOCUMENT = published(document.__file__)
COMPONENTS = [case for case in SCHEMAS if case.pointer]


def carried(case: SchemaCase, payload: Json) -> object:
    """The value of a payload, of which nothing is lost."""
    TRIALS.begin(lambda: Parsed(case, payload))
    model = codec(case.type)
    value = model.validate_json(encode(payload))
    hold(difference(payload, decode(model.dump_json(value))))
    hold(mistaken(model.dump_python(value, by_alias=True), payload))
    RECORD.count(case, MODEL_ROUND_TRIP)
    return value


def judged(case: SchemaCase, payload: Json) -> None:
    """The model accepts the payload if the document does."""
    complaint = oracle().validator(case.pointer, case.direction).explain(payload)
    if not complaint:
        carried(case, payload)
    else:
        TRIALS.begin(lambda: Parsed(case, payload))
        with pytest.raises(ValidationError):
            pytest.fail(
                f"accepted as {codec(case.type).validate_json(encode(payload))!r}, but {complaint}"
            )
        RECORD.count(case, MODEL_ROUND_TRIP)
    RECORD.coverage.seen(case.pointer, payload, valid=not complaint, direction=case.direction)


@pytest.mark.parametrize("case", SCHEMAS, ids=lambda case: case.name)
@drawn()
def test_a_valid_payload_comes_back_as_the_same_json(case: SchemaCase, data: DataObject) -> None:
    payload = data.draw(case.strategy())
    value = carried(case, payload)
    if case.pointer:
        hold(oracle().validator(case.pointer, case.direction).explain(payload))
        RECORD.coverage.seen(case.pointer, payload, valid=True, direction=case.direction)
    if case.pointer and isinstance(value, BaseModel):
        assert not declared(DOCUMENT, case) & set(
            value.model_extra or ()
        ), "no attribute stands for it"


@pytest.mark.parametrize("case", COMPONENTS, ids=lambda case: case.name)
@drawn()
def test_a_model_accepts_exactly_what_the_document_allows(
    case: SchemaCase, data: DataObject
) -> None:
    schema = oracle().at(oracle().followed(case.pointer), case.direction)
    judged(case, data.draw(mutated(case.strategy(), words(schema))))


@pytest.mark.parametrize("case", COMPONENTS, ids=lambda case: case.name)
def test_every_keyword_means_to_the_model_what_it_means_to_the_document(case: SchemaCase) -> None:
    for payload in sampled(case.strategy(), 10):
        RECORD.coverage.seen(case.pointer, payload, valid=True, direction=case.direction)
    for payload in RECORD.coverage.aimed(case.pointer, case.direction):
        judged(case, payload)
    for payload in RECORD.coverage.near(case.pointer, case.direction):
        judged(case, payload)
