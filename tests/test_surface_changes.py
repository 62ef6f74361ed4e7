"""What a change of a document does to code that is written against its package: who is hurt, by which rule."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specwright.emit.surface import surface
from specwright.emit.surface_changes import RULES, Level, SourceChange, compare_surfaces
from specwright.emit.surface_types import type_of
from specwright.emit.surface_values import Surface
from specwright.pipeline import read

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(folder for folder in GOLDEN.iterdir() if (folder / "spec.yaml").is_file())

Document = dict[str, Any]
Edit = Callable[[Document], object]


def schema(name: str) -> Document:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}


BASE: Document = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://pets.example"}],
    "paths": {
        "/pets/{id}": {
            "get": {
                "tags": ["pets"],
                "operationId": "get_pet",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "limit", "in": "query", "schema": {"type": "integer"}},
                    {"name": "sort", "in": "query", "required": True, "schema": {"enum": ["up", "down"]}},
                ],
                "responses": {"200": {"description": "Ok.", "content": schema("Pet")}},
            },
            "put": {
                "tags": ["pets"],
                "operationId": "put_pet",
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
                "requestBody": {"required": True, "content": schema("Draft")},
                "responses": {"204": {"description": "Ok."}, "404": {"description": "No.", "content": schema("Fault")}},
            },
        },
        "/walks/{from}/{to}": {
            "get": {
                "tags": ["walks"],
                "operationId": "get_walk",
                "parameters": [
                    {"name": "from", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "to", "in": "path", "required": True, "schema": {"type": "string"}},
                ],
                "responses": {"204": {"description": "Ok."}},
            }
        },
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "required": ["name", "age"],
                "properties": {"name": {"type": "string"}, "age": {"type": "integer"}, "note": {"type": "string"}},
            },
            "Draft": {
                "type": "object",
                "required": ["name"],
                "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
            },
            "Fault": {"type": "object", "properties": {"detail": {"type": "string"}}},
            "Label": {"type": ["string", "null"]},
        }
    },
}


def get(document: Document) -> Document:
    return document["paths"]["/pets/{id}"]["get"]


def put(document: Document) -> Document:
    return document["paths"]["/pets/{id}"]["put"]


def members(document: Document, name: str) -> Document:
    return document["components"]["schemas"][name]["properties"]


def component(document: Document, name: str) -> Document:
    return document["components"]["schemas"][name]


def renamed(document: Document) -> None:
    schemas = document["components"]["schemas"]
    schemas["Animal"] = schemas.pop("Pet")
    get(document)["responses"]["200"]["content"] = schema("Animal")


def swapped(document: Document) -> None:
    walk = document["paths"]["/walks/{to}/{from}"] = document["paths"].pop("/walks/{from}/{to}")
    walk["get"]["parameters"].reverse()


def in_the_query(document: Document) -> None:
    walk = document["paths"]["/walks/{from}"] = document["paths"].pop("/walks/{from}/{to}")
    walk["get"]["parameters"][1]["in"] = "query"


CALLERS, HANDLERS = "callers", "handlers"
OK = {"204": {"description": "Ok."}}
GET, STUB = "resources.pets.Pets.get_pet", "server.Pets.get_pet"
PUT = "resources.pets.Pets.put_pet"

# A change, and the rows that it makes: rule, name and who is hurt.
CHANGES: dict[str, tuple[Edit, set[tuple[str, str, str]]]] = {
    "operation renamed": (
        lambda d: get(d).update(operationId="fetch_pet"),
        {("method-renamed", GET, CALLERS), ("method-renamed", STUB, HANDLERS)},
    ),
    "operation removed": (
        lambda d: d["paths"]["/pets/{id}"].pop("get"),
        {
            ("method-removed", GET, CALLERS),
            ("method-removed", STUB, HANDLERS),
        },
    ),
    "operation added": (
        lambda d: d["paths"].update({"/new": {"get": {"tags": ["pets"], "operationId": "new", "responses": OK}}}),
        {("method-added", "resources.pets.Pets.new", ""), ("method-added", "server.Pets.new", "")},
    ),
    "optional query parameter added": (
        lambda d: get(d)["parameters"].append({"name": "at", "in": "query", "schema": {"type": "string"}}),
        {("argument-added", GET, ""), ("argument-added", STUB, HANDLERS)},
    ),
    "required query parameter added": (
        lambda d: get(d)["parameters"].append(
            {"name": "at", "in": "query", "required": True, "schema": {"type": "string"}}
        ),
        {("argument-added", GET, CALLERS), ("argument-added", STUB, HANDLERS)},
    ),
    "query parameter removed": (
        lambda d: get(d)["parameters"].pop(1),
        {("argument-removed", GET, CALLERS), ("argument-removed", STUB, HANDLERS)},
    ),
    "query parameter became required": (
        lambda d: get(d)["parameters"][1].update(required=True),
        {("argument-required", GET, CALLERS), ("argument-required", STUB, "")},
    ),
    "query parameter became optional": (
        lambda d: get(d)["parameters"][2].update(required=False),
        {("argument-optional", GET, ""), ("argument-optional", STUB, HANDLERS)},
    ),
    "parameter takes more": (
        lambda d: get(d)["parameters"][1].update(schema={"type": "number"}),
        {("argument-type", GET, ""), ("argument-type", STUB, HANDLERS)},
    ),
    "parameter takes less": (
        lambda d: get(d)["parameters"][2].update(schema={"enum": ["up"]}),
        {("argument-type", GET, CALLERS), ("argument-type", STUB, "")},
    ),
    "optional member of a request added": (
        lambda d: members(d, "Draft").update(tail={"type": "boolean"}),
        {
            ("attribute-added", "models.Draft.tail", ""),
            ("attribute-added", "models.DraftDict.tail", ""),
            ("argument-added", PUT, ""),
        },
    ),
    "member of a request became required": (
        lambda d: component(d, "Draft").update(required=["name", "age"]),
        {
            ("attribute-required", "models.Draft.age", CALLERS),
            ("attribute-required", "models.DraftDict.age", CALLERS),
            ("argument-required", PUT, CALLERS),
        },
    ),
    "required member of a response added": (
        lambda d: (members(d, "Pet").update(tail={}), component(d, "Pet")["required"].append("tail")),
        {("attribute-added", "models.Pet.tail", HANDLERS)},
    ),
    "member of a response removed": (
        lambda d: members(d, "Pet").pop("note"),
        {("attribute-removed", "models.Pet.note", f"{CALLERS} {HANDLERS}")},
    ),
    "member of a response became optional": (
        lambda d: component(d, "Pet").update(required=["name"]),
        {("attribute-optional", "models.Pet.age", CALLERS)},
    ),
    "member of a response may be more": (
        lambda d: members(d, "Pet").update(age={"type": ["integer", "null"]}),
        {("attribute-type", "models.Pet.age", CALLERS)},
    ),
    "member of a response may be less": (
        lambda d: members(d, "Pet").update(age={"const": 3}),
        {("attribute-type", "models.Pet.age", HANDLERS)},
    ),
    "response may be null": (
        lambda d: d["components"]["schemas"].update(
            Other={"type": "null"}, Pet={"anyOf": [component(d, "Pet"), {"type": "null"}]}
        ),
        {
            ("name-replaced", "models.Pet", f"{CALLERS} {HANDLERS}"),
            ("name-added", "models.Other", ""),
            ("name-added", "models.PetObject", ""),
        },
    ),
    "component renamed": (renamed, {("name-renamed", "models.Pet", f"{CALLERS} {HANDLERS}")}),
    "security added": (
        lambda d: d["components"].update(securitySchemes={"Key": {"type": "apiKey", "in": "header", "name": "X"}}),
        {("argument-added", "Client.__init__", "")},
    ),
    "servers removed": (lambda d: d.pop("servers"), {("argument-required", "Client.__init__", CALLERS)}),
    "error removed": (
        lambda d: put(d)["responses"].pop("404"),
        {
            ("attribute-type", "errors.NotFoundError.body", ""),
            ("name-removed", "server.errors.NotFound", HANDLERS),
        },
    ),
    "answer may be text": (
        lambda d: get(d)["responses"]["200"]["content"].update({"text/plain": {"schema": {"type": "string"}}}),
        {("return-type", GET, CALLERS), ("return-type", STUB, "")},
    ),
    "answer is another": (
        lambda d: get(d)["responses"]["200"].update(content=schema("Fault")),
        {
            ("return-type", GET, CALLERS),
            ("return-type", STUB, HANDLERS),
        },
    ),
    "alias takes less": (
        lambda d: component(d, "Label").update(type="string"),
        {("type-changed", "models.Label", CALLERS)},
    ),
    "path parameters swapped": (
        swapped,
        {("arguments-reordered", "resources.walks.Walks.get_walk", CALLERS)}
        | {("arguments-reordered", "server.Walks.get_walk", HANDLERS)},
    ),
    "path parameter is sent in the query": (
        in_the_query,
        {
            ("argument-kind", "resources.walks.Walks.get_walk", CALLERS),
            ("argument-kind", "server.Walks.get_walk", HANDLERS),
        },
    ),
    "description, format and bound": (
        lambda d: members(d, "Pet")["name"].update(description="New.", minLength=1, format="email"),
        set(),
    ),
}


def offered(document: Document, folder: Path) -> Surface:
    (folder / "spec.json").write_text(json.dumps(document))
    return surface(read("spec.json", (), folder).api)


def rows(changes: tuple[SourceChange, ...]) -> set[tuple[str, str, str]]:
    return {(change.rule, change.name, " ".join(change.hurts)) for change in changes}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_hurts_whom_it_hurts(name: str, tmp_path: Path) -> None:
    edit, expected = CHANGES[name]
    edited = copy.deepcopy(BASE)
    edit(edited)
    assert rows(compare_surfaces(offered(BASE, tmp_path), offered(edited, tmp_path))) == expected


def test_every_rule_is_told_and_has_a_fixture() -> None:
    found = {rule for _, expected in CHANGES.values() for rule, _, _ in expected}
    assert set(RULES) == found


def test_a_change_names_the_places_in_both_documents(tmp_path: Path) -> None:
    edited = copy.deepcopy(BASE)
    renamed(edited)
    members(edited, "Animal")["age"] = {"type": "string"}
    changes = compare_surfaces(offered(BASE, tmp_path), offered(edited, tmp_path))
    places = {change.rule: (change.old.pointer, change.new.pointer) for change in changes}
    assert places == {
        "name-renamed": ("/components/schemas/Pet", "/components/schemas/Animal"),
        "attribute-type": ("/components/schemas/Pet/properties/age", "/components/schemas/Animal/properties/age"),
    }
    assert {change.level for change in changes} == {Level.BREAKING}


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_nothing_changed_in_what_is_the_same(folder: Path) -> None:
    one, other = (surface(read("spec.yaml", (), folder).api) for _ in range(2))
    assert compare_surfaces(one, other) == ()


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_what_is_taken_away_hurts_and_what_is_added_does_not(folder: Path) -> None:
    """Every class of every golden package, one after the other."""
    whole = surface(read("spec.yaml", (), folder).api)
    for name in whole.declarations:
        less = Surface({other: each for other, each in whole.declarations.items() if other != name})
        [removed], [added] = compare_surfaces(whole, less), compare_surfaces(less, whole)
        assert (removed.rule, removed.name, removed.level) == ("name-removed", name, Level.BREAKING)
        assert (added.rule, added.name, added.level) == ("name-added", name, Level.ADDITION)


# --- types ------------------------------------------------------------------------------------------------------------

ATOMS = st.sampled_from(["int", "float", "str", "bool", "None", "Literal['a']", "Literal[1]", "list[int]", "Any"])
TYPES = st.lists(ATOMS, min_size=1).map(" | ".join)


@given(TYPES, TYPES)
@settings(derandomize=True, database=None)
def test_a_union_admits_what_it_is_made_of(one: str, other: str) -> None:
    whole = type_of(f"{one} | {other}")
    assert whole.admits(type_of(one))
    assert whole.admits(type_of(other))
    assert (type_of(one).admits(whole) and whole.admits(type_of(one))) == (type_of(one) == whole)


@given(TYPES)
@settings(derandomize=True, database=None)
def test_a_type_is_what_its_text_says(text: str) -> None:
    assert type_of(str(type_of(text))) == type_of(text)


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("float", "int"),
        ("int | str", "int"),
        ("str", "Literal['a', 'b']"),
        ("Literal['a', 'b']", "Literal['a']"),
        ("int | None", "int"),
        ("Any", "int"),
        ("Annotated[Literal['a'] | str, OPEN]", "Literal['b']"),
        ("float", "Literal[1]"),
    ],
)
def test_a_wider_type_admits_the_narrower_and_not_the_other_way_round(wide: str, narrow: str) -> None:
    assert type_of(wide).admits(type_of(narrow))
    assert not type_of(narrow).admits(type_of(wide))


@pytest.mark.parametrize(("one", "other"), [("list[int]", "list[float]"), ("str", "int"), ("int", "bool")])
def test_types_that_admit_nothing_of_each_other(one: str, other: str) -> None:
    assert not type_of(one).admits(type_of(other))
    assert not type_of(other).admits(type_of(one))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Annotated[Integer, Field(ge=1)] | None", "int | None"),
        ("OneOf[Number, Uuid]", "float | UUID"),
        ("Annotated[Literal['a', 'b'] | str, OPEN]", "str"),
        ("_Union['str', Literal[True]]", "str | Literal[True]"),
        ("int | float", "float"),
        ("dict[str, Annotated[str, Matches('x')]]", "dict[str, str]"),
    ],
)
def test_how_a_module_spells_a_type_does_not_matter(text: str, same: str) -> None:
    assert type_of(text) == type_of(same)
