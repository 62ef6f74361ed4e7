"""What holds of any two documents: rewrites are no changes, and what breaks is found and shown, the same both ways."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.diffs import rewrites
from tests.diffs.fixtures import read_state
from tests.diffs.schemas import COMPONENTS, SCHEMAS, document, edited, values

from specwright.diff.change import Change, Level, Party
from specwright.diff.compare import State, compare
from specwright.emit.shipped import shipped
from specwright.ir import Direction
from specwright.pipeline import read

REPOSITORY = Path(__file__).parent.parent
DOCUMENTS = [
    *sorted(path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / "tests/golden").glob("*/spec.yaml")),
    "spec/langsmith-control-plane.yaml",
]
quiet = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def changes(old: State, new: State) -> tuple[Change, ...]:
    return compare(old, new, shipped() / "runtime")


@cache
def state(spec: str) -> State:
    path = REPOSITORY / spec
    reading = read(path.name, (), path.parent)
    return State(reading.api, reading.document.value)


def of(schema: dict[str, Any]) -> State:
    """The state that has a schema, read once."""
    return _read(json.dumps(schema))


@cache
def _read(schema: str) -> State:
    return read_state(document(json.loads(schema)))


def accepts(schema: dict[str, Any], value: object) -> bool:
    whole = {"$ref": "#/components/schemas/Root", "components": {"schemas": {**COMPONENTS, "Root": schema}}}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True).is_valid(value)


@pytest.mark.parametrize("rewrite", rewrites.REWRITES, ids=lambda rewrite: rewrite.__name__)
@pytest.mark.parametrize("spec", DOCUMENTS)
def test_a_document_that_is_written_anew_is_not_changed(spec: str, rewrite: Callable[[Any], Any]) -> None:
    old = state(spec)
    rewritten = rewrite(old.document)
    if repr(rewritten) != repr(old.document):
        new = read_state(rewritten)
        assert changes(old, new) == ()
        assert changes(new, old) == ()


@quiet
@given(SCHEMAS, st.lists(st.sampled_from(rewrites.REWRITES), min_size=1, max_size=3, unique=True))
def test_a_schema_that_is_written_anew_is_not_changed(
    schema: dict[str, Any], several: list[Callable[[Any], Any]]
) -> None:
    rewritten = document(schema)
    for rewrite in several:
        rewritten = rewrite(rewritten)
    assert changes(of(schema), read_state(rewritten)) == ()


@quiet
@given(SCHEMAS)
def test_a_schema_does_not_differ_from_itself(schema: dict[str, Any]) -> None:
    assert changes(of(schema), of(schema)) == ()


@quiet
@given(edited())
def test_a_way_back_names_the_same_places_and_hurts_the_others(schemas: tuple[dict[str, Any], dict[str, Any]]) -> None:
    old, new = map(of, schemas)
    there, back = changes(old, new), changes(new, old)
    assert {(each.old, each.new) for each in there} == {(each.new, each.old) for each in back}
    assert Counter(map(hurt, there)) == Counter(map(hurt_on_the_way_back, back))


def hurt(change: Change) -> tuple[object, ...]:
    """Where a change is, and whom it hurts."""
    return change.old, change.new, change.direction, frozenset(change.hurts)


def hurt_on_the_way_back(change: Change) -> tuple[object, ...]:
    """The same of the change the other way round: places and parties swap."""
    swapped = {Party.OLD_CLIENT: Party.NEW_CLIENT, Party.NEW_CLIENT: Party.OLD_CLIENT}
    return change.new, change.old, change.direction, frozenset(swapped[party] for party in change.hurts)


@quiet
@given(edited())
def test_an_error_is_shown_by_a_value(schemas: tuple[dict[str, Any], dict[str, Any]]) -> None:
    for change in changes(*map(of, schemas)):
        if change.level is Level.ERROR:
            assert change.witness, change
        if change.witness:
            accepted = {
                side: accepts(schema, change.witness.value.value)
                for side, schema in zip(("old", "new"), schemas, strict=True)
            }
            assert accepted == {side: side == change.witness.valid_in for side in ("old", "new")}, change


@quiet
@given(st.data())
def test_no_value_breaks_that_is_not_told(data: st.DataObject) -> None:
    schemas = data.draw(edited())
    found = {(change.direction, party) for change in changes(*map(of, schemas)) for party in change.hurts}
    for value in data.draw(st.lists(st.one_of(*map(values, schemas)), min_size=10, max_size=10)):
        valid_before, valid_now = (accepts(schema, value) for schema in schemas)
        if valid_before and not valid_now:
            assert {(Direction.REQUEST, Party.OLD_CLIENT), (Direction.RESPONSE, Party.NEW_CLIENT)} <= found
        if valid_now and not valid_before:
            assert {(Direction.REQUEST, Party.NEW_CLIENT), (Direction.RESPONSE, Party.OLD_CLIENT)} <= found
