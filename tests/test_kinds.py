"""Schemas that others extend: a value that says by the discriminator which it is, is read as that one."""

from __future__ import annotations

import copy
import importlib
import json
import pickle
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from runtime.kinds import Told
from runtime.types import OneOf
from specwright import ir
from specwright.cli.main import main
from specwright.read.load import Document
from specwright.read.normalise import normalise

SPEC = Path(__file__).parent / "golden" / "kinds_of_a_schema" / "spec.yaml"


# --- which they are ---------------------------------------------------------------------------------------------------


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def extending(base: str, own: dict[str, Any] | None = None, **others: Any) -> dict[str, Any]:
    return {"allOf": [ref(base), {"type": "object", "properties": {"own": {}, **(own or {})}}], **others}


def pet(**others: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"kind": {"type": "string"}},
        "discriminator": {"propertyName": "kind"},
    } | others


def read(**schemas: Any) -> tuple[ir.Api, list[str]]:
    """The API of these components, one of which uses the Pet, and the codes of what was decided."""
    value: Any = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}
    wanted = {"Owner": {"type": "object", "properties": {"pet": ref("Pet")}}}
    api, problems = normalise(Document("t.yaml", {**value, "components": {"schemas": {**wanted, **schemas}}}))
    return api, [problem.code for problem in problems]


def kinds(name: str = "PetUnion", /, **schemas: Any) -> dict[str, str] | None:
    """What the kinds of a pet are called, each with its class; nothing if there are none."""
    api, _ = read(**schemas)
    found = {named.name: named.schema for named in api.schemas}
    match found.get(name):
        case ir.Reference(kinds=ir.Discriminator(mapping=mapping)):
            return dict(mapping)
        case _:
            return None


def test_a_kind_is_called_by_the_mapping_by_its_schema_or_by_its_key() -> None:
    mapping = {"tom": "#/components/schemas/Cat", "kitten": "Cat"}
    found = kinds(
        Pet=pet(discriminator={"propertyName": "kind", "mapping": mapping}),
        Cat=extending("Pet"),
        Dog=extending("Pet", {"kind": {"const": "dog"}}),
        Bird=extending("Pet", {"kind": {"enum": ["a", "b"]}}),
        Cow=extending("Pet", **{"x-ms-discriminator-value": "#cow"}),
        **{"big-fish": extending("Pet")},
    )
    assert found == {"big-fish": "BigFish", "tom": "Cat", "kitten": "Cat", "#cow": "Cow", "dog": "Dog"}


def test_kinds_have_kinds() -> None:
    schemas = {"Pet": pet(), "Dog": extending("Pet"), "Poodle": extending("Dog"), "House": extending("Dog")}
    assert kinds(**schemas) == {"Dog": "Dog", "House": "House", "Poodle": "Poodle"}
    schemas["Owner"] = {"type": "object", "properties": {"dog": ref("Dog")}}
    assert kinds("DogUnion", **schemas) == {"House": "House", "Poodle": "Poodle"}
    assert kinds(**schemas) is None, "nobody wants any pet"


@pytest.mark.parametrize(
    "schemas",
    [
        {"Pet": {"type": "object", "properties": {"kind": {}}}, "Cat": extending("Pet")},
        {"Pet": pet(), "Cat": {"allOf": [ref("Pet")]}},
        {"Pet": pet(), "Cat": extending("Pet", {"kind": {"type": "integer"}})},
        {"Pet": pet(oneOf=[ref("Cat")]), "Cat": extending("Base"), "Base": {"type": "object", "properties": {"a": {}}}},
        {"Pet": pet(), "Cat": {"type": "object", "properties": {"pet": ref("Pet")}}},
    ],
)
def test_what_cannot_be_told_is_no_kind(schemas: dict[str, Any]) -> None:
    assert kinds(**schemas) is None


def test_a_component_keeps_its_name() -> None:
    api, codes = read(Pet=pet(), Cat=extending("Pet"), PetUnion={"type": "string"})
    assert {"PetUnion", "PetUnion2"} <= {named.name for named in api.schemas}
    assert codes == ["name-taken"]


# --- how they are read ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    root = tmp_path_factory.mktemp("kinds")
    assert main(["generate", str(SPEC), "-o", str(root), "--package", "kinds_api", "-q"]) == 0
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.syspath_prepend(str(root / "src"))
        return importlib.import_module("kinds_api.models")


VALUES: dict[str, dict[str, Any]] = {
    "Cat": {"petType": "cat", "lives": 9, "other": {"petType": "cat"}},
    "Dog": {"petType": "Dog", "born": "2026-01-31", "rival": {"petType": "poodle", "curls": 2.0}},
    "Poodle": {"petType": "poodle", "friend": {"petType": "kitten", "lives": 1}},
    "Pet": {"petType": "lion", "friend": None},
}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_of_the_kind_that_it_says_it_is(models: ModuleType, name: str) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(models.PetUnion)
    value = adapter.validate_json(json.dumps(VALUES[name]))
    assert type(value) is getattr(models, name)
    assert adapter.validate_python(value) is value
    assert adapter.dump_python(value, mode="json") == json.loads(value.model_dump_json()) == VALUES[name]
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value


def test_kinds_are_read_at_every_depth(models: ModuleType) -> None:
    dog = models.Dog.model_validate(VALUES["Dog"])
    assert isinstance(dog.rival, models.Poodle) and dog.rival.curls == 2
    assert isinstance(models.Poodle.model_validate(VALUES["Poodle"]).friend, models.Cat)
    made = models.Dog(pet_type="Dog", friend=models.Cat(pet_type="cat", lives=3))
    assert made.model_dump_json() == '{"petType":"Dog","friend":{"petType":"cat","lives":3}}'


@pytest.mark.parametrize("value", [{"petType": "cat"}, {"petType": "cat", "lives": "many"}])
def test_one_that_is_not_what_it_says_is_what_all_are(models: ModuleType, value: dict[str, Any]) -> None:
    found = TypeAdapter(models.PetUnion).validate_python(value)
    assert type(found) is models.Pet and json.loads(found.model_dump_json()) == value


@pytest.mark.parametrize("value", [{}, {"petType": 1}, {"petType": ["cat"]}, "cat", None, ["cat"]])
def test_what_is_valid_does_not_change(models: ModuleType, value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(models.PetUnion).validate_python(value)


def test_classes_made_from_a_kind_are_kinds_and_others_are_not(models: ModuleType) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(models.PetUnion)
    lion = type("Lion", (models.Cat,), {})(pet_type="cat", lives=1)
    assert adapter.validate_python(lion) is lion
    with pytest.raises(ValidationError):
        adapter.validate_python(type("Cat", (BaseModel,), {})())


class A(BaseModel):
    kind: str
    id: int | None = None


class B(BaseModel):
    kind: str
    name: str | None = None


READS = {"open": True}
EXACTLY_ONE: Any = Annotated[OneOf[A, B], Told("kind", {"a": A, "b": B}, exactly_one=True)]


@pytest.mark.parametrize("union", [Annotated[A | B, Told("kind", {"a": A, "b": B, "x": None})], EXACTLY_ONE])
@pytest.mark.parametrize(("kind", "read"), [("a", A), ("b", B), ("c", A)])
def test_alternatives_are_read_as_what_they_say_they_are(union: Any, kind: str, read: type[BaseModel]) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(union)
    value = adapter.validate_json(f'{{"kind": "{kind}"}}', context=READS)
    assert type(value) is read
    assert adapter.dump_json(value, exclude_none=True) == f'{{"kind":"{kind}"}}'.encode()
    assert type(adapter.validate_python({"kind": "a", "id": "?", "name": "x"}, context=READS)) is B


def test_exactly_one_alternative_stays_one() -> None:
    with pytest.raises(ValidationError, match="is 2 of them"):
        TypeAdapter(EXACTLY_ONE).validate_python({"kind": "b"})
    assert type(TypeAdapter(EXACTLY_ONE).validate_python({"kind": "a", "id": "?"})) is B


def test_what_was_received_is_sent_as_the_same_kind(models: ModuleType) -> None:
    received = models.Dog.model_validate({"petType": "Dog", "id": 3, "friend": {"petType": "cat", "lives": 2, "id": 4}})
    sent = models.DogInput.from_received(received)
    assert isinstance(sent.friend, models.CatInput)
    assert json.loads(sent.model_dump_json()) == {"petType": "Dog", "friend": {"petType": "cat", "lives": 2}}
