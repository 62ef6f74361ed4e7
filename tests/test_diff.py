"""What `specwright diff` finds: on real states of an API, and what must hold of any two documents."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.diffs.fixtures import read_state

from specwright.diff.change import Change, Level
from specwright.diff.compare import State, compare
from specwright.diff.semver import Bump
from specwright.difference import Difference, Source, difference
from specwright.emit.shipped import shipped
from specwright.pipeline import read
from specwright.policy import NO_POLICY

REPOSITORY = Path(__file__).parent.parent
OLD, NEW = "spec/history/langsmith-control-plane-2026-01.yaml", "spec/langsmith-control-plane.yaml"
EXPECTED = REPOSITORY / "tests" / "diffs" / "control_plane" / "expected.json"


@cache
def state(spec: str) -> State:
    reading = read(spec, (), REPOSITORY)
    return State(reading.api, reading.document.value)


def changes(old: str, new: str) -> tuple[Change, ...]:
    return compare(state(old), state(new), shipped() / "runtime")


def everything(old: str, new: str) -> Difference:
    """The same, with what changes for code that is written against the package."""
    return difference(Source(old, REPOSITORY), Source(new, REPOSITORY), NO_POLICY, date(2026, 1, 1))


def row(change: Change) -> dict[str, Any]:
    hurts = [party.value for party in change.hurts]
    at = {"operations": list(change.operations), "subject": change.subject}
    return {"rule": change.rule, "level": change.level.value, "hurts": hurts, "message": change.message, **at}


def test_the_two_states_of_the_control_plane_differ_in_what_is_known_of_them() -> None:
    expected: list[Mapping[str, Any]] = json.loads(EXPECTED.read_text("utf-8"))
    found = [row(change) for change in everything(OLD, NEW).changes]
    assert sorted(map(json.dumps, found)) == sorted(map(json.dumps, expected))


def test_the_control_plane_needs_a_major_version() -> None:
    assert everything(OLD, NEW).bump is Bump.MAJOR
    assert everything(NEW, NEW).bump is Bump.NONE


def test_a_document_does_not_differ_from_itself() -> None:
    assert changes(NEW, NEW) == ()


def test_a_way_back_names_the_same_places() -> None:
    there = {(change.old, change.new) for change in changes(OLD, NEW)}
    back = {(change.new, change.old) for change in changes(NEW, OLD)}
    assert there == back


@pytest.mark.parametrize("way", [(OLD, NEW), (NEW, OLD)])
def test_whatever_breaks_a_schema_is_shown_by_a_value(way: tuple[str, str]) -> None:
    for change in changes(*way):
        if change.level is Level.ERROR and "." in change.subject:
            assert change.witness, change


def crowded(*names: str) -> State:
    """An API that answers with exactly one of the schemas; whatever is a cat or a dog is a pet, too."""
    schemas = {name: {"type": "object", "required": [name], "properties": {name: {"type": "string"}}} for name in names}
    schemas["Pet"] = {"type": "object"}
    union = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in schemas]}
    answer = {"description": "One.", "content": {"application/json": {"schema": union}}}
    paths = {"/pet": {"get": {"responses": {"200": answer}}}}
    return read_state(
        {
            "openapi": "3.1.0",
            "info": {"title": "Pets", "version": "1"},
            "paths": paths,
            "components": {"schemas": schemas},
        }
    )


def test_an_alternative_that_one_of_shuts_out_breaks_nothing() -> None:
    found = compare(crowded("Cat"), crowded("Cat", "Dog"), shipped() / "runtime")
    assert [(each.rule, each.level, each.hurts) for each in found] == [("alternative-added", Level.INFO, ())]
