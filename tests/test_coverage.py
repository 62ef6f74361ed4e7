"""How much of what a document says was exercised: the points of a schema, what hits them, and what is aimed at them."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.testing.case import Case, ResponseCase
from runtime.testing.coverage import Coverage
from runtime.testing.json import Json
from runtime.testing.oracle import Oracle
from runtime.testing.record import CLOSED_LOOP, WIRE_ORACLE, Ended, Record

POINTER = "/components/schemas/Thing"


def coverage(schema: Any, **others: Any) -> Coverage:
    return Coverage(Oracle({"openapi": "3.1.0", "components": {"schemas": {"Thing": schema, **others}}}))


def missing(found: Coverage) -> list[str]:
    return [each.removeprefix(f"{POINTER} ").replace(POINTER, "") for each in found.missing(POINTER)]


@pytest.mark.parametrize(
    ("schema", "promises"),
    [
        ({"type": "string"}, ["type refused", "type string held"]),
        ({"enum": ["a", 1]}, ['enum "a" held', "enum 1 held", "enum refused"]),
        ({"const": "a"}, ['const "a" held', "const refused"]),
        (
            {"type": "integer", "minimum": 1},
            ["minimum held", "minimum refused", "type integer held", "type refused"],
        ),
        ({"type": "string", "minLength": 0}, ["type refused", "type string held"]),
        ({"type": "string", "maxLength": 10**6}, ["maxLength refused", "type refused", "type string held"]),
        (
            {"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#/components/schemas/O"}, "b": True}},
            [
                *("property b absent", "property b present", "required a refused", "type object held", "type refused"),
                "/properties/a reached held",
            ],
        ),
        (
            {"anyOf": [{"type": "string"}, {"type": "null"}]},
            [
                *("anyOf refused", "/anyOf/0 reached held", "/anyOf/0 type string held"),
                *("/anyOf/1 reached held", "/anyOf/1 type null held"),
            ],
        ),
        (
            {"type": "object", "additionalProperties": False},
            ["additionalProperties refused", "type object held", "type refused"],
        ),
        ({"$ref": "#/components/schemas/O"}, []),
        (True, []),
    ],
)
def test_what_a_schema_promises(schema: Any, promises: list[str]) -> None:
    found = coverage(schema, O={"type": "object"})
    assert missing(found) == promises
    assert found.count(POINTER) == (0, len(promises))


EXERCISED: list[tuple[Any, list[tuple[Json, bool]]]] = [
    ({"type": "integer", "minimum": 1, "maximum": 3}, [(1, True), (3, True), (0, False), (4, False), ("1", False)]),
    ({"type": "number", "exclusiveMinimum": 1}, [(1.5, True), (1, False), ("1", False)]),
    ({"type": "string", "minLength": 2}, [("ab", True), ("a", False), (1, False)]),
    ({"type": "string", "pattern": "^a"}, [("a", True), ("b", False), (1, False)]),
    ({"type": "string", "format": "uuid"}, [("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", True), ("b", False), (1, False)]),
    (
        {"type": "array", "uniqueItems": True, "items": {"enum": [1]}},
        [([1], True), ([1, 1], False), (1, False), ([2], False)],
    ),
    ({"type": ["string", "null"], "enum": ["a", None]}, [("a", True), (None, True), ("b", False)]),
    (
        {"type": "object", "required": ["a"], "properties": {"a": True, "b": {"type": "boolean"}}},
        [({"a": 1}, True), ({"a": 1, "b": True}, True), ({}, False), ([], False), ({"a": 1, "b": 1}, False)],
    ),
    (
        {"if": {"type": "string"}, "then": {"minLength": 1}, "else": {"minimum": 1}},
        [("a", True), (1, True), ("", False), (0, False)],
    ),
    (
        {"type": "object", "patternProperties": {"^x": {"const": 1}}, "additionalProperties": {"const": 2}},
        [({"x": 1, "y": 2}, True), ({"x": 2}, False), ({"y": 1}, False), (1, False)],
    ),
]


@pytest.mark.parametrize(("schema", "payloads"), EXERCISED)
def test_payloads_exercise_a_schema_to_the_last_point(schema: Any, payloads: list[tuple[Json, bool]]) -> None:
    found = coverage(schema)
    for payload, valid in payloads:
        before = found.count(POINTER)
        found.seen(POINTER, payload, valid=valid)
        assert found.count(POINTER) > before, payload
    assert [each for each in missing(found) if "implied" not in each and "type" not in each] == []


@pytest.mark.parametrize(("schema", "payloads"), EXERCISED)
def test_what_is_missing_is_aimed_at(schema: Any, payloads: list[tuple[Json, bool]]) -> None:
    oracle = Oracle({"openapi": "3.1.0", "components": {"schemas": {"Thing": schema}}})
    found = Coverage(oracle)
    found.seen(POINTER, payloads[0][0], valid=True)
    for payload in found.aimed(POINTER):
        found.seen(POINTER, payload, valid=oracle.validator(POINTER).accepts(payload))
    exercised, promised = found.count(POINTER)
    assert exercised >= 0.6 * promised, missing(found)


@pytest.mark.parametrize("keyword", ["maxLength", "minLength", "maxItems", "minItems", "maxProperties"])
def test_a_bound_may_be_a_whole_number_that_is_written_as_a_fraction(keyword: str) -> None:
    for sized in ("ab", [1, 2], {"a": 1, "b": 2}):
        tried = []
        for bound in (2, 2.0):
            found = coverage({keyword: bound})
            found.seen(POINTER, sized, valid=True)
            tried.append([*found.near(POINTER), *found.aimed(POINTER)])
        assert tried[0] == tried[1]


def test_a_text_is_of_no_other_type_than_string() -> None:
    found = coverage({"type": "string"})
    found.text(POINTER)
    assert missing(found) == ["type string held"]


def test_an_operation_without_examples_is_not_proved() -> None:
    case = Case("pets", "get_pet", "GET", "/pets/{id}", responses=(ResponseCase("204"), ResponseCase("100")))
    record = Record(Oracle({}), (case,))
    record.count(case, CLOSED_LOOP)
    assert dict(record.unproved([case])) == {"operation pets.get_pet": "not exercised: wire-oracle"}
    record.count(case, WIRE_ORACLE)
    assert not dict(record.unproved([case]))
    record.end(Ended(case, CLOSED_LOOP, "test_it", "failed", 0.1))
    assert dict(record.unproved([case])) == {"operation pets.get_pet": "failed: operation-closed-loop (test_it)"}
    lines = list(record.report([case], [], {"GET /old": "it is gone"}, whole=True))
    assert "waived: GET /old: it is gone" in lines
    assert any(line.startswith("waived: pets.get_pet: 100") for line in lines)
    assert lines[-1].startswith("proved: 0 of 2 operations, 0 of 0 schemas, 2 examples")
