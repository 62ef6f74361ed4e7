"""Bounds that leave no value are told, and nothing is drawn for them."""

from __future__ import annotations

from typing import Any

import pytest

from specwright import ir
from specwright.read.load import Document
from specwright.read.normalise import normalise


def read(schema: dict[str, Any]) -> tuple[ir.Schema, list[str]]:
    value: Any = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}
    api, problems = normalise(Document("t.yaml", {**value, "components": {"schemas": {"V": schema}}}))
    return api.schemas[0].schema, [problem.code for problem in problems]


@pytest.mark.parametrize(
    "schema",
    [
        {"enum": []},
        {"type": "string", "minLength": 5, "maxLength": 2},
        {"allOf": [{"type": "string", "minLength": 5}, {"type": "string", "maxLength": 4}]},
        {"type": "string", "pattern": "^[a-z]{5}$", "maxLength": 3},
        {"type": "string", "pattern": "abc|[a-d]{4}", "maxLength": 2},
        {"type": "string", "pattern": "^(?:a|bc)?d?$", "minLength": 4},
        {"type": "number", "minimum": 9, "maximum": 0},
        {"type": "number", "exclusiveMinimum": 1, "maximum": 1},
        {"type": "integer", "exclusiveMinimum": 1, "exclusiveMaximum": 2},
        {"type": "integer", "minimum": 1, "maximum": 9, "multipleOf": 10},
        {"type": "number", "minimum": 0.1, "maximum": 0.25, "multipleOf": 0.3},
        {"type": "integer", "minimum": 1, "maximum": 2, "multipleOf": 1.5},
        {"type": "array", "items": {}, "minItems": 2, "maxItems": 1},
        {"type": "array", "items": {"type": "boolean"}, "minItems": 3, "uniqueItems": True},
        {"type": "object", "minProperties": 2, "maxProperties": 1},
        {"type": "object", "required": ["a", "b"], "properties": {"a": {}, "b": {}}, "maxProperties": 1},
        {"type": "object", "properties": {"a": {}}, "additionalProperties": False, "minProperties": 2},
    ],
)
def test_bounds_that_leave_nothing_are_told(schema: dict[str, Any]) -> None:
    assert read(schema) == (ir.NoValue(), ["schema-unsatisfiable"])


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "minLength": 5, "maxLength": 5},
        {"type": "string", "pattern": "^[a-z]{3}$", "minLength": 3, "maxLength": 3},
        {"type": "string", "pattern": "abc|a", "maxLength": 1},
        {"type": "string", "pattern": "^a$|b", "minLength": 9},
        {"type": "string", "pattern": r"^(.)\1{2}$", "minLength": 9, "maxLength": 9},
        {"type": "string", "pattern": "^(?=.{8})a*$", "maxLength": 8},
        {"type": "string", "pattern": "^[^]{3}x]{9}$", "maxLength": 4},
        {"type": "number", "minimum": 1, "maximum": 1},
        {"type": "integer", "exclusiveMinimum": 1, "exclusiveMaximum": 3},
        {"type": "integer", "minimum": 1, "maximum": 10, "multipleOf": 10},
        {"type": "number", "minimum": 0.1, "maximum": 0.3, "multipleOf": 0.3},
        {"type": "integer", "minimum": 1, "maximum": 3, "multipleOf": 1.5},
        {"type": "integer", "minimum": 7},
        {"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 2, "uniqueItems": True},
        {"type": "object", "properties": {"a": {}}, "minProperties": 2},
        {"type": "object", "patternProperties": {"^a": {}}, "additionalProperties": False, "minProperties": 2},
    ],
)
def test_bounds_that_leave_one_value_are_fine(schema: dict[str, Any]) -> None:
    found, codes = read(schema)
    assert not isinstance(found, ir.NoValue)
    assert codes == []


def test_an_alternative_that_contradicts_what_stands_beside_it_is_none() -> None:
    alternatives = [{"type": "string", "maxLength": 3}, {"type": "string", "maxLength": 10}]
    assert read({"minLength": 5, "anyOf": alternatives}) == (ir.String(min_length=5, max_length=10), [])
    assert read({"allOf": [{"type": "integer", "minimum": 9}, {"oneOf": [{"maximum": 5}, {"maximum": 20}]}]}) == (
        ir.Number(integral=True, minimum=9, maximum=20),
        [],
    )


CROSSED = ({"minLength": 5}, {"maxLength": 3})


def test_a_member_of_which_two_parts_leave_nothing_has_no_value() -> None:
    parts = [{"type": "object", "properties": {"a": {"type": "string", **bound}}} for bound in CROSSED]
    schema, _ = read({"allOf": parts})
    assert isinstance(schema, ir.Object)
    assert [prop.schema for prop in schema.properties] == [ir.NoValue()]


def test_null_beside_nothing_is_no_contradiction() -> None:
    value: Any = {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}}
    schemas = {"A": {"type": "string", "nullable": True, "enum": [None]}}
    api, problems = normalise(Document("t.yaml", {**value, "components": {"schemas": schemas}}))
    assert api.schemas[0].schema == ir.Null()
    assert not problems
