"""The judge of payloads: where in a value it finds fault."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.testing.json import Json
from runtime.testing.oracle import Oracle

POINTER = "/components/schemas/Thing"
TEXT = {"type": "string"}
TREE = {"type": "object", "additionalProperties": {"$ref": f"#{POINTER}"}, "properties": {"a": {"type": "integer"}}}


@pytest.mark.parametrize(
    ("schema", "value", "place"),
    [
        ({"properties": {"": TEXT, "a": TEXT}}, {"": 1}, "/"),
        ({"properties": {"": TEXT, "a": TEXT}}, {"": "", "a": 1}, "/a"),
        (TREE, {"": {"": {"a": "b"}}}, "///a"),
        (TREE, {"b": {"": 1}}, "/b/"),
        ({"items": {"properties": {"": {"items": TEXT}}}}, ["x", {"": [1]}], "/1//0"),
        ({"properties": {"": {"anyOf": [TEXT, TREE]}}}, {"": {"a": "b"}}, "/"),
    ],
)
def test_the_place_of_a_fault_has_the_empty_names_that_lead_to_it(schema: Any, value: Json, place: str) -> None:
    oracle = Oracle({"openapi": "3.1.0", "components": {"schemas": {"Thing": schema}}})
    assert place in oracle.validator(POINTER).places(value)


def test_a_value_as_a_whole_is_at_fault_where_something_around_decides() -> None:
    rule = {"not": {"required": ["b"]}, "properties": {"a": {"properties": {"": TEXT}}}}
    oracle = Oracle({"openapi": "3.1.0", "components": {"schemas": {"Thing": rule}}})
    assert "" in oracle.validator(POINTER).places({"a": {"": 1}})
