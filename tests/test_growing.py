"""What is said of an object of a kind that is not known yet, wherever its union stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from specwright import ir
from specwright.read.load import Document
from specwright.read.normalise import normalise

A, B = ({"$ref": f"#/components/schemas/{name}"} for name in "AB")
KINDS: Any = {
    name: {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, name: {"type": "string"}}}
    for name in "AB"
}
INLINE = [{"type": "object", "required": [name], "properties": {name: {"type": "string"}}} for name in "ab"]
TOLD = {"discriminator": {"propertyName": "kind"}}
NULL, TEXT = {"type": "null"}, {"type": "string"}


def growing(schema: Any, version: str = "3.1.0") -> ir.Union:
    """The one union that grows in a component."""
    value: Any = {"openapi": version, "info": {"title": "T", "version": "1"}, "paths": {}}
    api, _ = normalise(Document("t.yaml", {**value, "components": {"schemas": {"U": schema, **KINDS}}}))
    (named,) = (named for named in api.schemas if named.name == "U")
    (found,) = (each for each in _inside(named.schema) if isinstance(each, ir.Union) and each.grows)
    return found


def _inside(schema: ir.Schema) -> Iterator[ir.Schema]:
    yield schema
    for each in ir.children(schema):
        yield from _inside(each)


@pytest.mark.parametrize(
    "schema",
    [
        {"oneOf": [A, B], **TOLD},
        {"oneOf": [A, B, NULL], **TOLD},
        {"anyOf": [A, B, NULL], **TOLD},
        {"oneOf": [{"oneOf": [A, B], **TOLD}, NULL]},
        {"anyOf": [{"anyOf": [A, B], **TOLD}, NULL]},
        {"oneOf": [{"oneOf": [A, B], **TOLD}, TEXT]},
        {"anyOf": [{"oneOf": [A, B], **TOLD}, TEXT, NULL]},
    ],
)
def test_a_member_tells_its_kind_beside_null_and_what_is_no_object(schema: Any) -> None:
    assert growing(schema).discriminator == ir.Discriminator("kind", (("A", "A"), ("B", "B")))


@pytest.mark.parametrize("word", ["anyOf", "oneOf"])
def test_a_member_tells_its_kind_where_null_is_admitted_as_of_old(word: str) -> None:
    found = growing({word: [A, B], "nullable": True, **TOLD}, version="3.0.3")
    assert found.discriminator == ir.Discriminator("kind", (("A", "A"), ("B", "B")))


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ({"unevaluatedProperties": TEXT}, ir.Unevaluated),
        ({"not": {"required": ["x"]}}, ir.Together),
        ({"dependentRequired": {"a": ["c"]}}, ir.Needs),
        ({"type": ["object", "null"], "dependentRequired": {"a": ["c"]}}, ir.Needs),
    ],
)
def test_it_keeps_to_the_rules_beside_the_alternatives(rule: Any, kept: type[ir.Rule]) -> None:
    beside = growing({"anyOf": [*INLINE, NULL], **rule}).beside
    assert isinstance(beside, ir.Object)
    assert kept in map(type, beside.rules)


def test_what_says_nothing_of_objects_is_not_beside_them() -> None:
    assert growing({"anyOf": [*INLINE, {"type": "array"}], "contains": TEXT}).beside == ir.AnyValue()
