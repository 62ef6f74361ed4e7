"""Generating after a small edit gives what a whole run gives, byte for byte, or is left to a whole run."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import yaml
from tests.corpus.edits import outcomes

from specwright import pipeline
from specwright.cli.main import main
from specwright.read.load import Document
from specwright.read.slices import pieces, slices

HERE = Path(__file__).parent
DOCUMENTS = sorted((*HERE.glob("golden/*/spec.yaml"), *HERE.glob("corpus/documents/*.yaml")))
CONFIG = '[tool.specwright.targets.pets]\nspec = "spec.yaml"\noutput = "out"\npackage = "pets"\n'
OVERLAY = {"overlay": "1.0.0", "info": {"title": "Ours", "version": "1"}, "actions": []}


# --- documents at large -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", DOCUMENTS[::3], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_edits_of_any_kind_come_out_as_a_whole_run_has_them(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPECWRIGHT_CACHE_DIR", str(tmp_path / "cache"))
    document = json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str))
    found = outcomes(document, tmp_path, f"{path}", 4)
    assert not [outcome for outcome in found if outcome.startswith("WRONG")]


# --- one document, by the command -------------------------------------------------------------------------------------

PETS: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1.0.0"},
    "tags": [{"name": "pets", "description": "Pets of all kinds."}],
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "tags": ["pets"],
                "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}],
                "responses": {"200": {"description": "Ok.", "content": {"application/json": {"schema": {}}}}},
            },
            "post": {
                "operationId": "addPet",
                "tags": ["pets"],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}},
                "responses": {"201": {"description": "Made.", "content": {"application/json": {"schema": {}}}}},
            },
        },
        "/owners/{name}": {
            "get": {
                "operationId": "getOwner",
                "tags": ["owners"],
                "deprecated": True,
                "parameters": [{"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}],
                "responses": {
                    "200": {
                        "description": "Ok.",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Owner"}}},
                    },
                    "404": {"description": "None."},
                },
            }
        },
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "minLength": 1},
                    "weight": {"type": "number"},
                    "owner": {"$ref": "#/components/schemas/Owner"},
                },
            },
            "Owner": {"type": "object", "properties": {"name": {"type": "string"}, "since": {"type": "integer"}}},
            "Colour": {"enum": ["red", "green"]},
        }
    },
}

Edit = Callable[[dict[str, Any]], object]


def pet(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["components"]["schemas"]["Pet"]
    return found


def operation(document: dict[str, Any], path: str = "/pets", method: str = "get") -> dict[str, Any]:
    found: dict[str, Any] = document["paths"][path][method]
    return found


def webhook(name: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
    responses = {"204": {"description": "Taken."}}
    return {"post": {"operationId": name, "requestBody": {"content": content}, "responses": responses}}


SMALL: dict[str, Edit] = {
    "a member more": lambda d: pet(d)["properties"].update(age={"type": "integer"}),
    "a member less": lambda d: d["components"]["schemas"]["Owner"]["properties"].pop("name"),
    "a member of another type": lambda d: d["components"]["schemas"]["Owner"]["properties"].update(
        name={"type": "integer"}
    ),
    "a member that is a component": lambda d: pet(d)["properties"].update(
        colour={"$ref": "#/components/schemas/Colour"}
    ),
    "members in another order": lambda d: pet(d).update(properties=dict(reversed(pet(d)["properties"].items()))),
    "a member that is read alone": lambda d: pet(d)["properties"]["name"].update(readOnly=True),
    "a description": lambda d: pet(d).update(description="A pet, or so."),
    "a bound": lambda d: pet(d)["properties"]["name"].update(maxLength=40),
    "a value more": lambda d: d["components"]["schemas"]["Colour"]["enum"].append("blue"),
    "a summary": lambda d: operation(d).update(summary="All of them"),
    "a parameter more": lambda d: operation(d)["parameters"].append(
        {"name": "kind", "in": "query", "schema": {"$ref": "#/components/schemas/Colour"}}
    ),
    "a parameter of another kind": lambda d: operation(d)["parameters"][0].update({"in": "header"}),
    "deprecated": lambda d: operation(d).update(deprecated=True),
    "the text of an answer": lambda d: operation(d, "/owners/{name}")["responses"]["404"].update(description="Nobody."),
    "two parts": lambda d: (operation(d).update(summary="All"), pet(d).update(description="A pet.")),
}
LARGE: dict[str, Edit] = {
    "the version": lambda d: d["info"].update(version="2.0.0"),
    "another schema": lambda d: d["components"]["schemas"].update(Added={"type": "string"}),
    "another path": lambda d: d["paths"].update({"/added": operation(d)}),
    "another name": lambda d: operation(d).update(operationId="allPets"),
    "a name that is there": lambda d: operation(d).update(operationId="addPet"),
    "a name spelled in another way": lambda d: operation(d).update(operationId="list_pets"),
    "another tag": lambda d: operation(d).update(tags=["owners"]),
    "an inline class": lambda d: pet(d)["properties"].update(at={"type": "object", "properties": {"x": {}}}),
    "the last number": lambda d: pet(d)["properties"].pop("weight"),
    "another error": lambda d: operation(d)["responses"].update({"418": {"description": "Tea."}}),
    "an answer of a component": lambda d: operation(d)["responses"]["200"]["content"]["application/json"].update(
        schema={"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}
    ),
    "another file": lambda d: pet(d)["properties"].update(weight={"$ref": "more.yaml#/Weight"}),
    "a fault": lambda d: pet(d)["properties"].update(weight={"$ref": "#/components/schemas/Lost"}),
}


def kinds(document: dict[str, Any]) -> dict[str, Any]:
    """Let a pet say which kind it is, and have two kinds."""
    schemas: dict[str, Any] = document["components"]["schemas"]
    pet(document).update(discriminator={"propertyName": "kind"})
    pet(document)["properties"].update(kind={"type": "string"})
    own = {"properties": {"born": {"type": "integer"}}}
    schemas.update({name: {"allOf": [{"$ref": "#/components/schemas/Pet"}, own]} for name in ("Cat", "Dog")})
    return schemas


class Whole(Exception):
    """A whole run was made where none should be."""


def written(root: Path, document: dict[str, Any]) -> None:
    (root / "spec.yaml").write_text(yaml.safe_dump(document, sort_keys=False))


def output(root: Path) -> dict[str, bytes]:
    files = (path for path in (root / "out").rglob("*") if path.is_file())
    return {path.relative_to(root / "out").as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose output is as it should be, and a cache that knows it."""
    root = tmp_path_factory.mktemp("generated") / "project"
    root.mkdir()
    (root / "pyproject.toml").write_text(CONFIG)
    (root / "more.yaml").write_text("Weight: {type: number}\n")
    written(root, PETS)
    return root


@pytest.fixture
def project(generated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project as it was generated, at its own place: what is kept is of that place."""
    monkeypatch.setenv("SPECWRIGHT_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "project"
    shutil.copytree(generated, root)
    monkeypatch.chdir(root)
    assert main(["generate", "-q"]) == 0
    return root


def whole(root: Path, tmp_path: Path) -> dict[str, bytes]:
    """What a whole run makes of the document as it is now."""
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(root, elsewhere, ignore=shutil.ignore_patterns("out"))
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.chdir(elsewhere)
        main(["generate", "-q", "--no-cache"])
    found = output(elsewhere)
    shutil.rmtree(elsewhere)
    return found


def changed(edit: Edit) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(PETS))
    edit(document)
    return document


def no_whole_run() -> Any:
    return patch.object(pipeline, "building", side_effect=Whole)


@pytest.mark.parametrize("name", SMALL)
def test_a_small_edit_takes_no_whole_run(project: Path, tmp_path: Path, name: str) -> None:
    before = output(project)
    written(project, changed(SMALL[name]))
    with no_whole_run():
        assert main(["generate", "-q"]) == 0
    assert output(project) == whole(project, tmp_path) != before
    assert main(["check", "-q"]) == 0
    written(project, PETS)
    assert main(["generate", "-q"]) == 0
    assert output(project) == before


@pytest.mark.parametrize("name", LARGE)
def test_what_a_part_cannot_tell_is_left_to_a_whole_run(project: Path, tmp_path: Path, name: str) -> None:
    written(project, changed(LARGE[name]))
    with no_whole_run() as built:
        main(["generate", "-q"])
    assert built.called
    main(["generate", "-q"])
    assert output(project) == whole(project, tmp_path)


ODD: dict[str, tuple[Edit, Edit]] = {
    "two components that want one name": (
        lambda d: d["components"]["schemas"].update(
            {name: {"type": "object", "properties": {"x": {}}} for name in "_-"}
        ),
        lambda d: d["components"]["schemas"]["_"].update(required=["x"]),
    ),
    "a tag that is spelled in two ways": (
        lambda d: (operation(d).pop("tags"), operation(d, "/pets", "post").pop("tags")),
        lambda d: operation(d, "/pets", "post").update(tags=["Default"]),
    ),
    "a model with a name that others come to import": (
        lambda d: d["components"]["schemas"].update(
            Date={"type": "object", "properties": {"day": {"type": "integer"}}}
        ),
        lambda d: pet(d)["properties"]["name"].update(format="date"),
    ),
    "a class that is sent from elsewhere": (
        lambda d: operation(d, "/pets", "post")["requestBody"]["content"]["application/json"].update(
            schema={"$ref": "#/components/schemas/Owner"}
        ),
        lambda d: operation(d)["parameters"].append(
            {"name": "like", "in": "query", "schema": {"$ref": "#/components/schemas/Owner"}}
        ),
    ),
    "a webhook with another name": (
        lambda d: d.update(webhooks={"a": webhook("alpha"), "b": webhook("beta")}),
        lambda d: d["webhooks"]["a"]["post"].update(operationId="gamma"),
    ),
    "a security scheme with another name": (
        lambda d: (
            d["components"].update(securitySchemes={"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}),
            operation(d).update(security=[{"key": []}]),
        ),
        lambda d: d["components"]["securitySchemes"]["key"].update({"x-specwright-name": "token"}),
    ),
    "a class and a twin whose names differ from others by case": (
        lambda d: d["components"]["schemas"].update(Petdict={"type": "object", "properties": {"x": {}}}),
        lambda d: operation(d, "/pets", "post")["requestBody"].update(required=True),
    ),
    "an operation that is called like what others come to import": (
        lambda d: operation(d).update(operationId="unique"),
        lambda d: operation(d, "/pets", "post")["responses"]["201"]["content"]["application/json"].update(
            schema={"type": "array", "items": {}, "uniqueItems": True}
        ),
    ),
    "a kind that is called something else": (
        kinds,
        lambda d: d["components"]["schemas"]["Cat"]["allOf"].append({"properties": {"kind": {"const": "tom"}}}),
    ),
    "a kind that can be called nothing": (
        kinds,
        lambda d: d["components"]["schemas"]["Cat"]["allOf"].append({"properties": {"kind": {"type": "integer"}}}),
    ),
    "a kind more": (
        kinds,
        lambda d: d["components"]["schemas"].update(Colour={"allOf": [{"$ref": "#/components/schemas/Pet"}]}),
    ),
    "what tells kinds apart": (kinds, lambda d: pet(d)["discriminator"].update(propertyName="name")),
    "what is said of a kind elsewhere": (
        lambda d: (
            kinds(d).update(Kind={"enum": ["cat"]})
            or kinds(d)["Cat"]["allOf"].append({"properties": {"kind": {"$ref": "#/components/schemas/Kind"}}})
        ),
        lambda d: d["components"]["schemas"]["Kind"].update(enum=["tom"]),
    ),
    "an error whose alternatives have an order": (
        lambda d: [
            operation(d, *place)["responses"].update(
                {"409": {"description": "", "content": {"application/json": {"schema": {"type": kind}}}}}
            )
            for place, kind in {("/pets", "get"): "string", ("/pets", "post"): "integer"}.items()
        ],
        lambda d: operation(d)["responses"]["409"]["content"].update({"text/plain": {"schema": {"type": "integer"}}}),
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_decided_about_the_whole_is_right_after_an_edit(project: Path, tmp_path: Path, name: str) -> None:
    before, edit = ODD[name]
    document = changed(before)
    written(project, document)
    assert main(["generate", "-q"]) == 0
    edit(document)
    written(project, document)
    assert main(["generate", "-q"]) == 0
    assert output(project) == whole(project, tmp_path)


def test_one_edit_after_another(project: Path, tmp_path: Path) -> None:
    document = PETS
    for name in ("a member more", "a summary", "a description"):
        document = json.loads(json.dumps(document))
        SMALL[name](document)
        written(project, document)
        with no_whole_run():
            assert main(["generate", "-q"]) == 0
    assert output(project) == whole(project, tmp_path)


def test_what_was_said_is_said_again_of_where_it_is_now(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = changed(lambda d: operation(d, "/owners/{name}").update(security=[{"lost": []}]))
    written(project, odd)
    assert main(["generate"]) == 0
    before = capsys.readouterr().err
    operation(odd)["description"] = "One\ntwo\nthree"
    written(project, odd)
    with no_whole_run():
        assert main(["generate"]) == 0
    after = capsys.readouterr().err
    assert main(["generate", "--no-cache"]) == 0
    told = capsys.readouterr().err
    assert after.splitlines()[:-1] == told.splitlines()[:-1] != before.splitlines()[:-1]
    assert main(["generate"]) == 0
    assert capsys.readouterr().err.splitlines()[:-1] == told.splitlines()[:-1]


def test_an_edit_by_hand_is_not_overwritten(project: Path) -> None:
    readme = project / "out" / "README.md"
    readme.write_text("mine")
    written(project, changed(SMALL["a member more"]))
    assert main(["generate", "-q"]) == 2
    assert readme.read_text() == "mine"


def test_no_cache_and_force_make_a_whole_run(project: Path) -> None:
    written(project, changed(SMALL["a member more"]))
    for option in ("--no-cache", "--force"):
        with no_whole_run() as built:
            main(["generate", "-q", option])
        assert built.called


def test_an_edit_of_an_overlay_is_an_edit_of_the_document(project: Path, tmp_path: Path) -> None:
    (project / "pyproject.toml").write_text(f'{CONFIG}overlays = ["overlay.yaml"]\n')
    for text in ("A pet.", "Another pet."):
        action = {"target": "$.components.schemas.Pet", "update": {"description": text}}
        (project / "overlay.yaml").write_text(yaml.safe_dump({**OVERLAY, "actions": [action]}))
        if text == "A pet.":
            assert main(["generate", "-q"]) == 0
    with no_whole_run():
        assert main(["generate", "-q"]) == 0
    assert output(project) == whole(project, tmp_path)


def test_an_edit_of_another_file_is_an_edit_of_the_document(project: Path, tmp_path: Path) -> None:
    written(project, changed(LARGE["another file"]))
    assert main(["generate", "-q"]) == 0
    (project / "more.yaml").write_text("Weight: {type: number, minimum: 1}\n")
    with no_whole_run():
        assert main(["generate", "-q"]) == 0
    assert output(project) == whole(project, tmp_path)


def test_what_was_said_of_an_overlay_is_left_to_a_whole_run(project: Path, tmp_path: Path) -> None:
    (project / "pyproject.toml").write_text(f'{CONFIG}overlays = ["overlay.yaml"]\n')
    odd = {"target": "$.paths['/owners/{name}'].get", "update": {"security": [{"lost": []}]}}
    for text in ("A pet.", "Another pet."):
        action = {"target": "$.components.schemas.Pet", "update": {"description": text}}
        (project / "overlay.yaml").write_text(yaml.safe_dump({**OVERLAY, "actions": [action, odd]}))
        with no_whole_run() if text != "A pet." else nullcontext() as built:
            main(["generate", "-q"])
        assert built is None or built.called


def document_of(value: dict[str, Any]) -> Document:
    return Document("spec.yaml", value)


# --- slices -----------------------------------------------------------------------------------------------------------


def test_a_slice_holds_what_leads_to_the_edit_and_what_that_leads_to() -> None:
    before = pieces(document_of(PETS))
    after = changed(lambda d: d["components"]["schemas"]["Owner"].update(description="Somebody."))
    assert before is not None
    found = slices(before, document_of(after))
    assert found is not None
    assert found.touched == {
        "/components/schemas/Owner",
        "/components/schemas/Pet",
        "/paths/~1pets",
        "/paths/~1owners~1{name}",
    }
    assert found.after["components"]["schemas"].keys() == {"Owner", "Pet"}
    assert "description" not in found.before["components"]["schemas"]["Owner"]
    assert found.moored


def test_a_slice_without_an_edit_or_of_a_frame_that_was_edited_is_none() -> None:
    before = pieces(document_of(PETS))
    assert before is not None
    assert slices(before, document_of(PETS)) is None
    assert slices(before, document_of({**PETS, "info": {"title": "Other", "version": "1"}})) is None
    assert slices(before, document_of({**PETS, "paths": dict(reversed(PETS["paths"].items()))})) is None


def test_what_refers_to_no_part_is_not_cut() -> None:
    assert pieces(document_of(changed(lambda d: pet(d).update(allOf=[{"$ref": "other.yaml"}])))) is None
    assert pieces(document_of(changed(lambda d: pet(d).update(allOf=[{"$ref": "#/components/schemas/Lost"}])))) is None
