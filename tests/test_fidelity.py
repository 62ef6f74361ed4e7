"""A model accepts exactly what the document allows, and writes it back as the same JSON: feature by feature.

Each row is one schema. Payloads are drawn from it and broken; the judge, who reads the document and knows no model,
says which of them are valid.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from pydantic import TypeAdapter, ValidationError
from tests.built import build

from runtime.testing.equality import difference
from runtime.testing.json import Json, decode, encode
from runtime.testing.mutate import mutated
from runtime.testing.oracle import Oracle
from runtime.testing.words import words
from specwright.config import Target

QUIET = settings(
    max_examples=60,
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)

A = {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}}
B = {"type": "object", "properties": {"b": {"type": "string"}}}
ABC: dict[str, Any] = {"type": "object", "properties": {"a": {"type": "integer"}, "b": {}, "cD": {"type": "string"}}}
NEW: dict[str, Any] = {
    "A": A,
    "B": B,
    "Either": {"anyOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}, {"type": "null"}]},
    "ExactlyOne": {"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]},
    "ExactlyOneNumber": {"oneOf": [{"type": "number", "minimum": 0}, {"type": "number", "maximum": 9}]},
    "ExactlyOneOrNull": {"oneOf": [A, B, {"type": "null"}, {"type": "string"}]},
    "ExactlyOneOfUnions": {"oneOf": [{"$ref": "#/components/schemas/Either"}, {"$ref": "#/components/schemas/A"}]},
    "ExactlyOneInside": {"type": "object", "properties": {"x": {"oneOf": [{"$ref": "#/components/schemas/B"}, A]}}},
    "Recursive": {
        "oneOf": [{"type": "integer"}, {"type": "array", "items": {"$ref": "#/components/schemas/Recursive"}}]
    },
    "Anchored": {"type": "string", "pattern": r"^\d\w$"},
    "Unsupported": {"type": "string", "pattern": "(", "maxLength": 3},
    "Big": {"type": "string", "pattern": "^.{0,262144}$"},
    "Letters": {"type": "string", "pattern": r"^\p{Lu}+$"},
    "Spaces": {"type": "string", "pattern": r"^\s[^\s]\S$"},
    "Hundredths": {"type": "number", "multipleOf": 0.01},
    "Thirds": {"type": "integer", "multipleOf": 3, "minimum": -4, "exclusiveMaximum": 9},
    "Moment": {"type": "string", "format": "date-time"},
    "ShortMoment": {"type": "string", "format": "date-time", "maxLength": 24, "pattern": "Z$"},
    "Day": {"type": "string", "format": "date", "pattern": "^20"},
    "Key": {"type": "string", "format": "uuid"},
    "KeyOrNoString": {"format": "uuid"},
    "OnlyProperties": {"properties": {"a": {"type": "integer"}}},
    "OnlyItems": {"items": {"type": "integer"}},
    "OnlyLength": {"minLength": 2, "maximum": 3},
    "LengthBesideOthers": {"minLength": 2, "anyOf": [{"type": "string"}, {"type": "integer"}]},
    "PropertiesBesideReference": {"$ref": "#/components/schemas/A", "required": ["b"]},
    "NullableMeansNothing": {"type": "string", "nullable": True},
    "Sized": {**ABC, "minProperties": 1, "maxProperties": 2},
    "SizedMap": {"type": "object", "minProperties": 1, "maxProperties": 2},
    "AtLeastOne": {**ABC, "anyOf": [{"required": ["a"]}, {"required": ["b", "cD"]}]},
    "OnlyOne": {**ABC, "oneOf": [{"required": ["a"]}, {"required": ["cD"]}]},
    "NotBoth": {**ABC, "not": {"required": ["a", "cD"]}},
    "NoneOf": {**ABC, "not": {"anyOf": [{"required": ["a"]}, {"required": ["cD"]}]}},
    "Dependent": {**ABC, "dependentRequired": {"a": ["cD", "x"]}},
    "DependentMap": {"type": "object", "additionalProperties": True, "dependentRequired": {"a": ["x"]}},
    "Set": {"type": "array", "items": {}, "uniqueItems": True, "minItems": 1},
    "Choice": {"enum": ["a", 1, None, 2.5, {"x": [1]}, True]},
    "ChoiceInBounds": {"enum": ["a", "abc", "b"], "maxLength": 2},
    "Tag": {"const": 1},
    "Closed": {**ABC, "additionalProperties": False},
    "Extra": {**ABC, "additionalProperties": {"type": "integer"}},
}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


CARD: dict[str, Any] = {
    "type": "object",
    "required": ["kind"],
    "properties": {
        "kind": {"enum": ["card", "bank", "cash"]},
        "number": {"type": "string", "minLength": 2},
        "paidOn": {"type": "string", "format": "date-time"},
    },
}
IF_CARD = {"properties": {"kind": {"const": "card"}}, "required": ["kind"]}
CONDITIONS: dict[str, Any] = {
    "Card": CARD,
    "Leaf": {"type": "object", "required": ["leaf"], "properties": {"leaf": {"const": True}}},
    "NotConst": {"type": "string", "enum": ["a", "b", "c"], "not": {"const": "b"}},
    "NotType": {"not": {"type": ["integer", "null"]}},
    "NotNot": {"not": {"not": {"type": "integer"}}},
    "NotAnything": {"type": "object", "properties": {"a": {"not": {}}}},
    "NotSchema": {**ABC, "not": {"properties": {"a": {"const": 1}}, "required": ["a"]}},
    "NotReference": {**ABC, "not": ref("Leaf")},
    "NotVacuous": {**ABC, "not": {"properties": {"a": {"minimum": 3}}}},
    "NotOfSeveralKinds": {"type": ["string", "object", "null"], "not": {"required": ["a"]}},
    "NotBesideReference": {**ref("Card"), "not": {"required": ["number"], "properties": {"number": {"pattern": "^x"}}}},
    "NotBesideAllOf": {"allOf": [ref("Card"), {"not": {"properties": {"kind": {"const": "cash"}}}}]},
    "NotAnyOf": {"type": "integer", "not": {"anyOf": [{"minimum": 9}, {"maximum": 1}]}},
    "IfThen": {**CARD, "if": IF_CARD, "then": {"required": ["number"]}},
    "IfThenElse": {
        **CARD,
        "if": IF_CARD,
        "then": {"required": ["number"], "properties": {"number": {"pattern": "^[0-9]+$"}}},
        "else": {"properties": {"number": False}},
    },
    "IfElse": {**CARD, "if": IF_CARD, "else": {"required": ["paidOn"]}},
    "IfVacuous": {**ABC, "if": {"properties": {"a": {"minimum": 5}}}, "then": {"required": ["cD"]}},
    "IfWithout": {**ABC, "then": {"required": ["a"]}},
    "IfAlways": {**ABC, "if": True, "then": {"required": ["a"]}},
    "IfNumber": {"type": "integer", "if": {"minimum": 10}, "then": {"multipleOf": 10}, "else": {"minimum": 0}},
    "IfOfSeveralKinds": {"if": {"type": "string"}, "then": {"minLength": 3}, "else": {"not": {"type": "boolean"}}},
    "IfSeveral": {
        **CARD,
        "allOf": [
            {"if": IF_CARD, "then": {"required": ["number"]}},
            {"if": {"properties": {"kind": {"const": "bank"}}}, "then": {"required": ["paidOn"]}},
            {"if": {"required": ["paidOn"]}, "then": {"properties": {"paidOn": {"pattern": "Z$"}}}},
        ],
    },
    "IfNested": {
        **CARD,
        "if": IF_CARD,
        "then": {"if": {"required": ["paidOn"]}, "then": {"required": ["number"]}, "else": {"maxProperties": 2}},
    },
    "IfBesideReference": {**ref("Card"), "if": IF_CARD, "then": {"required": ["number"]}},
    "IfReference": {**ABC, "if": ref("Leaf"), "then": {"required": ["a"]}, "else": ref("A")},
    "IfOrNull": {"anyOf": [{**CARD, "if": IF_CARD, "then": {"required": ["number"]}}, {"type": "null"}]},
    "IfInside": {"type": "object", "properties": {"x": {**CARD, "if": IF_CARD, "then": {"required": ["number"]}}}},
    "IfInItems": {"type": "array", "items": {**CARD, "not": {"required": ["number", "paidOn"]}}},
    "IfExactlyOne": {"oneOf": [ref("IfThen"), ref("A")]},
    "RecursiveIf": {
        "type": "object",
        "properties": {"next": ref("RecursiveIf"), "last": {"type": "boolean"}},
        "if": {"required": ["next"]},
        "then": {"properties": {"last": {"const": False}, "next": ref("RecursiveIf")}, "required": ["last"]},
    },
    "RecursiveNot": {"type": ["array", "integer"], "items": ref("RecursiveNot"), "not": {"const": 3}},
    "RecursiveSibling": {
        "type": "object",
        "properties": {"next": {**ref("RecursiveSibling"), "not": {"required": ["end"]}}, "end": {}},
    },
    "RecursiveNotItself": {
        "type": "object",
        "properties": {"a": {"not": ref("RecursiveNotItself")}},
        "required": ["a"],
    },
    "RecursiveHolds": {
        "anyOf": [{"type": "integer"}, {"type": "array", "contains": ref("RecursiveHolds"), "minContains": 2}]
    },
    "RecursiveByTwo": {"not": ref("RecursiveByOne")},
    "RecursiveByOne": {"type": "array", "items": ref("RecursiveByTwo"), "minItems": 1},
    "DependentSchemas": {
        **ABC,
        "dependentSchemas": {"a": {"required": ["cD"]}, "b": {"properties": {"a": {"minimum": 2}}}, "x": False},
    },
    "DependentSchemasMap": {"dependentSchemas": {"a": {"maxProperties": 2, "required": ["b"]}}},
    "DependentSchemasReference": {**ABC, "dependentSchemas": {"b": ref("Leaf")}},
    "Names": {**ABC, "propertyNames": {"pattern": "^[a-zD]+$"}},
    "NamesMap": {"type": "object", "propertyNames": {"maxLength": 2}, "additionalProperties": {"type": "integer"}},
    "NamesEnum": {"propertyNames": {"enum": ["a", "b", "x-é"]}, "minProperties": 1},
    "NamesNot": {"type": "object", "propertyNames": {"not": {"pattern": "^[ab]"}}},
    "NamesNone": {"type": "object", "propertyNames": False},
    "NamesFormat": {"type": "object", "propertyNames": {"format": "uuid"}},
    "PatternsMap": {
        "type": "object",
        "patternProperties": {"^x-": {"type": "string", "format": "date-time"}},
        "additionalProperties": False,
    },
    "PatternsTwo": {
        "type": "object",
        "patternProperties": {"^i": {"type": "integer"}, "s$": {"type": "string"}, "^(is|m)": {"minLength": 2}},
        "additionalProperties": {"type": "boolean"},
    },
    "PatternsOpen": {**ABC, "patternProperties": {"^x-": {"type": "integer"}, "^b": {"type": "string"}}},
    "PatternsClosed": {
        **ABC,
        "required": ["a", "x-r"],
        "patternProperties": {"^x-": ref("A"), "D": {"minLength": 2}},
        "additionalProperties": False,
    },
    "PatternsReference": {
        "patternProperties": {"^[a-c]+$": ref("A"), "^d": ref("Card")},
        "additionalProperties": False,
    },
    "PatternsUnsupported": {"patternProperties": {"(": {"type": "string"}, "^a": {"type": "integer"}}},
    "PatternsForbidden": {**ABC, "patternProperties": {"^_": False}},
    "PatternsAllOf": {
        "allOf": [
            {"properties": {"a": {}}, "patternProperties": {"^x": {"type": "integer"}}, "additionalProperties": False},
            {"properties": {"xa": {"minimum": 3}}, "patternProperties": {"a$": {"maximum": 5}}},
        ]
    },
    "Contains": {"type": "array", "items": {"type": "integer"}, "contains": {"minimum": 5}},
    "ContainsCounted": {"contains": {"type": "string"}, "minContains": 2, "maxContains": 3},
    "ContainsNone": {"type": "array", "contains": {"const": 1}, "minContains": 0, "maxContains": 0},
    "ContainsReference": {"type": "array", "items": {"anyOf": [ref("A"), ref("Leaf")]}, "contains": ref("Leaf")},
    "ContainsTwice": {"allOf": [{"contains": {"const": "a"}}, {"contains": {"const": None}}], "type": "array"},
    "ContainsOrNull": {"type": ["array", "null"], "contains": {"type": "object"}, "maxItems": 2},
    "Pair": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False},
    "PairOpen": {"prefixItems": [{"type": "string", "format": "date"}, ref("A")]},
    "PairOf": {"type": "array", "prefixItems": [{"type": "string"}, ref("Leaf")], "items": ref("A"), "minItems": 2},
    "PairAllOf": {"allOf": [ref("Pair"), {"prefixItems": [{}, {"minimum": 3}], "minItems": 1}]},
    "PairHolding": {"prefixItems": [{"type": "integer"}], "items": {"type": "string"}, "contains": {"minLength": 2}},
    "MomentsOnce": {"type": "array", "items": {"type": "string", "format": "date-time"}, "uniqueItems": True},
    "Multiples": {"allOf": [{"type": "integer", "multipleOf": 4}, {"multipleOf": 6}]},
    "MultiplesOfParts": {"allOf": [{"type": "number", "multipleOf": 0.02}, {"multipleOf": 0.5}]},
    "Content": {"type": "string", "contentMediaType": "application/json", "contentSchema": {"type": "integer"}},
    "Unevaluated": {**ABC, "unevaluatedProperties": False, "required": ["a"]},
    "UnevaluatedTyped": {**ABC, "unevaluatedProperties": {"type": "integer"}, "required": ["x"]},
    "UnevaluatedAllOf": {"allOf": [ref("Card"), {"properties": {"b": {}}}], "unevaluatedProperties": False},
    "UnevaluatedReference": {**ref("Card"), "properties": {"b": {}}, "unevaluatedProperties": False},
    "UnevaluatedPatterns": {**ABC, "patternProperties": {"^x-": {"type": "integer"}}, "unevaluatedProperties": False},
    "UnevaluatedAll": {"allOf": [{"additionalProperties": {"type": "integer"}}], "unevaluatedProperties": False},
    "UnevaluatedOneOf": {
        "type": "object",
        "properties": {"c": {"type": "boolean"}},
        "anyOf": [
            {"properties": {"a": {"type": "integer"}}, "required": ["a"]},
            {"properties": {"b": {}}, "required": ["b"]},
        ],
        "unevaluatedProperties": False,
    },
    "UnevaluatedReferences": {"anyOf": [ref("Leaf"), ref("Card")], "unevaluatedProperties": False},
    "UnevaluatedIf": {
        **CARD,
        "if": IF_CARD,
        "then": {"properties": {"cvc": {"type": "string"}}},
        "else": {"patternProperties": {"^x-": True}},
        "unevaluatedProperties": {"type": "boolean"},
    },
    "UnevaluatedIfReference": {
        **ABC,
        "if": ref("Leaf"),
        "then": {"properties": {"leaf": True, "more": ref("Leaf")}},
        "unevaluatedProperties": False,
    },
    "UnevaluatedDependent": {
        **ABC,
        "dependentSchemas": {"a": {"properties": {"x": {}}}},
        "unevaluatedProperties": False,
    },
    "UnevaluatedOrNull": {"type": ["object", "null"], "properties": {"a": {}}, "unevaluatedProperties": False},
    "UnevaluatedRecursive": {
        "type": "object",
        "properties": {"next": ref("UnevaluatedRecursive")},
        "allOf": [ref("Leaf")],
        "unevaluatedProperties": False,
    },
    "UnevaluatedItems": {"allOf": [{"prefixItems": [{"type": "string"}]}], "unevaluatedItems": False},
    "UnevaluatedItemsHeld": {"type": "array", "contains": {"type": "integer"}, "unevaluatedItems": {"type": "string"}},
    "UnevaluatedItemsAll": {"type": "array", "items": {"type": "integer"}, "unevaluatedItems": False},
    "Everything": {
        **ABC,
        "patternProperties": {"^x-": {"type": ["integer", "null"]}},
        "propertyNames": {"maxLength": 4},
        "dependentSchemas": {"a": {"required": ["b"]}},
        "if": {"required": ["x-1"]},
        "then": {"required": ["cD"]},
        "not": {"required": ["cD"], "properties": {"cD": {"const": ""}}},
    },
}
NEW |= CONDITIONS
OLD: dict[str, Any] = {
    "A": {**A, "nullable": True},
    "Sibling": {"type": "object", "properties": {"x": {"$ref": "#/components/schemas/B", "nullable": True}}},
    "SiblingRequired": {"$ref": "#/components/schemas/B", "required": ["b"]},
    "B": B,
    "NullableEnum": {"type": "string", "enum": ["a", "b"], "nullable": True},
    "NullableAll": {"allOf": [{"$ref": "#/components/schemas/B"}], "nullable": True},
    "Above": {"type": "number", "minimum": 0, "exclusiveMinimum": True},
    "NullableProperties": {"properties": {"a": {"type": "integer"}}, "nullable": True},
    "NullableNot": {"type": "object", "nullable": True, "not": {"required": ["a"], "properties": {"a": {"enum": [1]}}}},
}


@dataclass(frozen=True)
class Generated:
    """A package that was generated, and the judge of its document."""

    package: str
    document: dict[str, Any]
    oracle: Oracle

    def case(self, name: str) -> Any:
        cases = importlib.import_module(f"{self.package}.testing.cases")
        return next(case for case in cases.SCHEMAS if case.name == name)

    def adapter(self, name: str) -> TypeAdapter[object]:
        adapter: TypeAdapter[object] = importlib.import_module(f"{self.package}._runtime.adapter").adapter(
            self.case(name).type
        )
        return adapter


def generated(root: Path, package: str, version: str, schemas: dict[str, Any]) -> Generated:
    document = {
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    (root / "spec.yaml").write_text(yaml.safe_dump(document))
    for path, text in build(Target(package, "spec.yaml", (), "out", package, None, None, (), root)).files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Generated(package, document, Oracle(document))


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Generated]]:
    root = tmp_path_factory.mktemp("fidelity")
    made = {"new": generated(root, "fidelity_new", "3.1.0", NEW), "old": generated(root, "fidelity_old", "3.0.3", OLD)}
    sys.path.insert(0, str(root / "src"))
    importlib.invalidate_caches()
    yield made
    sys.path.remove(str(root / "src"))


@pytest.mark.parametrize(("package", "name"), [("new", name) for name in NEW] + [("old", name) for name in OLD])
def test_a_model_accepts_exactly_what_is_valid(packages: dict[str, Generated], package: str, name: str) -> None:
    judge = packages[package].oracle.validator(f"/components/schemas/{name}")
    model, payloads = packages[package].adapter(name), packages[package].case(name).strategy()

    def carried(payload: Json) -> None:
        complaint = judge.explain(payload)
        if complaint:
            with pytest.raises(ValidationError):
                pytest.fail(f"{payload!r} is accepted as {model.validate_json(encode(payload))!r}, but {complaint}")
        else:
            assert difference(payload, decode(model.dump_json(model.validate_json(encode(payload))))) == ""

    @QUIET
    @given(payloads, mutated(payloads, words(packages[package].oracle.at(f"/components/schemas/{name}"))))
    def run(payload: Json, broken: Json) -> None:
        assert judge.explain(payload) == ""
        carried(payload)
        carried(broken)

    run()


@pytest.mark.parametrize(
    ("name", "payload", "accepted"),
    [
        ("Moment", "2016-12-31T23:59:60Z", True),
        ("Moment", "2016-12-31T23:58:60Z", False),
        ("Moment", "2016-12-31T24:00:00Z", False),
        ("Anchored", "1a\n", False),
        ("Anchored", "\u0661a", False),
        ("Letters", "\u00c9", True),
        ("Hundredths", 4.35, True),
        ("Hundredths", 4.351, False),
        ("ExactlyOne", {"a": 1, "b": "x"}, False),
        ("ExactlyOneOfUnions", {"a": 1}, False),
        ("OnlyProperties", 1, False),
        ("OnlyLength", "x", False),
        ("OnlyLength", 3, True),
        ("AtLeastOne", {"b": 1}, False),
        ("NotBoth", {"a": 1, "cD": ""}, False),
        ("Sized", {"x": 1, "y": 2, "z": 3}, False),
        ("KeyOrNoString", "x", False),
        ("KeyOrNoString", False, True),
        ("NotConst", "b", False),
        ("NotSchema", {"a": 1}, False),
        ("NotSchema", {"a": 1.0}, False),
        ("NotSchema", {"a": 2}, True),
        ("NotReference", {"leaf": True}, False),
        ("NotReference", {"leaf": 1}, True),
        ("NotOfSeveralKinds", {"a": 1}, False),
        ("NotBesideReference", {"kind": "card", "number": "x1"}, False),
        ("NotAnyOf", 9, False),
        ("IfThen", {"kind": "card"}, False),
        ("IfThen", {"kind": "bank"}, True),
        ("IfThenElse", {"kind": "card", "number": "xx"}, False),
        ("IfThenElse", {"kind": "bank", "number": "12"}, False),
        ("IfVacuous", {}, False),
        ("IfVacuous", {"a": 1}, True),
        ("IfSeveral", {"kind": "cash", "paidOn": "2026-01-31T00:00:00+00:00"}, False),
        ("IfSeveral", {"kind": "cash", "paidOn": "2026-01-31T00:00:00Z"}, True),
        ("IfNested", {"kind": "card", "paidOn": "2026-01-31T00:00:00Z"}, False),
        ("IfNested", {"kind": "card", "x": 1, "y": 1}, False),
        ("IfReference", {"leaf": True}, False),
        ("IfReference", {"leaf": True, "a": 1}, True),
        ("IfOrNull", None, True),
        ("IfOrNull", {"kind": "card"}, False),
        ("IfInside", {"x": {"kind": "card"}}, False),
        ("IfInItems", [{"kind": "card", "number": "12", "paidOn": "2026-01-31T00:00:00Z"}], False),
        ("IfExactlyOne", {"kind": "cash", "a": 1}, False),
        ("IfExactlyOne", {"kind": "card", "a": 1}, True),
        ("RecursiveIf", {"next": {"next": {}, "last": False}, "last": False}, True),
        ("RecursiveIf", {"next": {"next": {}}, "last": False}, False),
        ("RecursiveNot", [[3.0]], False),
        ("RecursiveSibling", {"next": {"next": {"end": 1}}}, False),
        ("DependentSchemas", {"a": 1}, False),
        ("DependentSchemas", {"x": 1}, False),
        ("DependentSchemas", {"a": 1, "cD": "", "b": 1}, False),
        ("DependentSchemasReference", {"b": 1, "leaf": True}, True),
        ("DependentSchemasReference", {"b": 1}, False),
        ("NamesMap", {"abc": 1}, False),
        ("NamesNot", {"ax": 1}, False),
        ("PatternsMap", {"x-1": "2026-01-31t00:00:00z"}, True),
        ("PatternsMap", {"y-1": "2026-01-31t00:00:00z"}, False),
        ("PatternsTwo", {"is": "x"}, False),
        ("PatternsTwo", {"x": True, "m": "ab"}, True),
        ("PatternsClosed", {"a": 1, "x-r": {"a": 1}, "y": {"a": 1}}, False),
        ("PatternsForbidden", {"_x": None}, False),
        ("PatternsAllOf", {"xa": 4, "x": 9}, True),
        ("PatternsAllOf", {"xa": 6}, False),
        ("PatternsAllOf", {"ba": 1}, False),
        ("ContainsTwice", ["a"], False),
        ("Pair", ["a", 1, 2], False),
        ("Pair", [1, "a"], False),
        ("PairOf", ["a", {"a": 1}], False),
        ("MomentsOnce", ["2026-01-31T00:00:00Z", "2026-01-31t00:00:00z"], True),
        ("Multiples", 12.0, True),
        ("Multiples", 8, False),
        ("UnevaluatedOneOf", {"a": 1, "b": 1, "c": True}, True),
        ("UnevaluatedOneOf", {"b": 1, "a": "x"}, False),
        ("UnevaluatedReferences", {"leaf": True, "kind": "card"}, True),
        ("UnevaluatedReferences", {"leaf": True, "kind": "x"}, False),
        ("UnevaluatedIf", {"kind": "card", "x-1": 1}, False),
        ("UnevaluatedIf", {"kind": "card", "cvc": "1"}, True),
        ("UnevaluatedIfReference", {"leaf": True, "more": {"leaf": True}}, True),
        ("UnevaluatedIfReference", {"more": {"leaf": True}}, False),
        ("RecursiveNotItself", {"a": {"a": 1}}, False),
        ("RecursiveNotItself", {"a": {"a": {"a": 1}}}, True),
        ("RecursiveHolds", [[1], 1], False),
        ("RecursiveHolds", [[1, 2], 1, "x"], True),
        ("RecursiveByTwo", [1], False),
        ("RecursiveByTwo", [[1]], True),
        ("UnevaluatedDependent", {"x": 1}, False),
        ("UnevaluatedDependent", {"a": 1, "x": 1}, True),
        ("UnevaluatedItemsHeld", [1, "x"], True),
        ("UnevaluatedItemsHeld", [1, None], False),
    ],
)
def test_a_model_and_the_judge_agree_on(
    packages: dict[str, Generated], name: str, payload: Json, accepted: bool
) -> None:
    assert packages["new"].oracle.validator(f"/components/schemas/{name}").accepts(payload) is accepted
    try:
        packages["new"].adapter(name).validate_json(encode(payload))
    except ValidationError:
        assert not accepted
    else:
        assert accepted


def test_a_client_reads_what_two_alternatives_accept(packages: dict[str, Generated]) -> None:
    model = packages["new"].adapter("ExactlyOne")
    read = model.validate_json(b'{"a":1,"b":"x"}', context={"open": True})
    assert decode(model.dump_json(read)) == {"a": 1, "b": "x"}
