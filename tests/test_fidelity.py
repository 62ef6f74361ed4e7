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

from runtime.testing.equality import difference
from runtime.testing.json import Json, decode, encode
from runtime.testing.mutate import mutated
from runtime.testing.oracle import Oracle
from specwright.config import Target
from specwright.pipeline import build

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
OLD: dict[str, Any] = {
    "A": {**A, "nullable": True},
    "Sibling": {"type": "object", "properties": {"x": {"$ref": "#/components/schemas/B", "nullable": True}}},
    "SiblingRequired": {"$ref": "#/components/schemas/B", "required": ["b"]},
    "B": B,
    "NullableEnum": {"type": "string", "enum": ["a", "b"], "nullable": True},
    "NullableAll": {"allOf": [{"$ref": "#/components/schemas/B"}], "nullable": True},
    "Above": {"type": "number", "minimum": 0, "exclusiveMinimum": True},
    "NullableProperties": {"properties": {"a": {"type": "integer"}}, "nullable": True},
}


@dataclass(frozen=True)
class Generated:
    """A package that was generated, and the judge of its document."""

    package: str
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
    for path, text in build(Target(package, "spec.yaml", (), "out", package, None, None, (), root)).tree.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Generated(package, Oracle(document))


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
    @given(payloads, mutated(payloads))
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
