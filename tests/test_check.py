"""`specwright check` on a project that is really generated: what happened to it is told apart, explained and mended."""

from __future__ import annotations

import ast
import copy
import difflib
import importlib.metadata
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from tests.built import build
from tests.sarif_schema import SCHEMA

from specwright.cli.excerpt import Place
from specwright.cli.formats.finding import Finding, Level
from specwright.cli.formats.github import github
from specwright.cli.formats.sarif import sarif
from specwright.cli.main import main
from specwright.cli.origin import origin
from specwright.config import read_config
from specwright.emit.origins import origins
from specwright.pipeline import emit, read
from specwright.read.position import position

GOLDEN = Path(__file__).parent / "golden"
SPEC = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets/{id}:
    get:
      tags: [pets]
      operationId: get_pet
      summary: Get a pet
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        "200":
          description: Ok.
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
components:
  schemas:
    Pet:
      type: object
      properties:
        name: {type: string}
"""
TABLE = '[tool.specwright.targets.pets]\nspec = "spec/pets.yaml"\noutput = "sdk"\npackage = "pets"\n'
MODEL = Path("sdk/src/pets/models/pet.py")

Streams = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every file of the output of the document."""
    root = tmp_path_factory.mktemp("generated")
    (root / "pyproject.toml").write_text(TABLE)
    (root / "spec").mkdir()
    (root / "spec/pets.yaml").write_text(SPEC)
    [target] = read_config(root)
    return dict(build(target).files)


@pytest.fixture
def project(generated: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository, as working directory, with the document and all that is generated from it."""
    monkeypatch.chdir(tmp_path)
    Path(".git").mkdir()
    Path("pyproject.toml").write_text(TABLE)
    Path("spec").mkdir()
    Path("spec/pets.yaml").write_text(SPEC)
    for path, text in generated.items():
        file = Path("sdk") / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def codes(capsys: Streams) -> set[tuple[str, str, int | None]]:
    """What a check finds: code, file and line."""
    capsys.readouterr()
    main(["check", "--format", "json"])
    return {(row["code"], row["file"], row["line"]) for row in json.loads(capsys.readouterr().out)}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


# --- what happened ----------------------------------------------------------------------------------------------------


def test_another_version_of_the_tool_with_the_same_output_is_no_drift(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Streams
) -> None:
    monkeypatch.setattr(importlib.metadata, "version", lambda _: "99.0")
    assert main(["check"]) == 0
    assert capsys.readouterr().out == ""


def test_a_changed_document_is_told_with_what_it_changes(project: Path, capsys: Streams) -> None:
    edit(Path("spec/pets.yaml"), "Get a pet", "Find a pet")
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    assert "the document changed: these are not what it was generated from\n  spec/pets.yaml\n" in told
    assert '-        """Get a pet' in told
    assert '+        """Find a pet' in told
    assert ("spec-changed", "spec/pets.yaml", None) in codes(capsys)
    assert not {row for row in codes(capsys) if row[0] in ("file-edited-by-hand", "generator-changed")}


def test_a_comment_in_the_document_is_no_drift(project: Path) -> None:
    edit(Path("spec/pets.yaml"), "openapi:", "# Pets.\nopenapi:")
    assert main(["check"]) == 0


def test_a_hand_edit_is_shown_as_the_edit_it_is(project: Path, capsys: Streams) -> None:
    edit(MODEL, "class Pet(Model):", "class Pet(Model):\n    mine = 1")
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    assert "edited by hand: neither what was generated nor what would be\n  src/pets/models/pet.py\n" in told
    assert "\n class Pet(Model):\n+    mine = 1\n" in told
    assert "changed" not in told
    line = MODEL.read_text().split("\n").index("    mine = 1") + 1
    assert codes(capsys) == {("file-edited-by-hand", MODEL.as_posix(), line)}


def test_an_edit_whose_digest_is_edited_too_is_drift_all_the_same(project: Path, capsys: Streams) -> None:
    from specwright.write.manifest import digest

    before = MODEL.read_text()
    edit(MODEL, "class Pet(Model):", "class Pet(Model):\n    mine = 1")
    edit(Path("sdk/specwright.json"), digest(before), digest(MODEL.read_text()))
    assert main(["check"]) == 1
    assert ("file-changed", MODEL.as_posix(), 7) in codes(capsys)


def test_a_missing_file_is_told(project: Path, capsys: Streams) -> None:
    MODEL.unlink()
    assert main(["check"]) == 1
    assert "missing: would be generated\n  src/pets/models/pet.py" in capsys.readouterr().out
    assert codes(capsys) == {("file-missing", MODEL.as_posix(), None)}


def test_a_file_that_is_no_longer_generated_is_told(project: Path, capsys: Streams) -> None:
    edit(Path("spec/pets.yaml"), "Pet:", "Animal:")
    edit(Path("spec/pets.yaml"), "schemas/Pet", "schemas/Animal")
    assert main(["check"]) == 1
    assert "left over: no longer generated\n  src/pets/models/pet.py" in capsys.readouterr().out
    assert ("file-stale", MODEL.as_posix(), None) in codes(capsys)


@pytest.mark.parametrize("change", ["version", "template"])
def test_other_options_or_templates_are_told_from_another_document(project: Path, capsys: Streams, change: str) -> None:
    if change == "version":
        Path("pyproject.toml").write_text(TABLE + 'version = "2.0"\n')
    else:
        template = Path("mine/src/[package]/resources/__init__.py.jinja")
        template.parent.mkdir(parents=True)
        template.write_text('"""Mine."""\n')
        Path("pyproject.toml").write_text(TABLE + 'templates = "mine"\n')
    assert main(["check"]) == 1
    assert "the templates, the options or specwright itself changed" in capsys.readouterr().out
    assert {code for code, _, _ in codes(capsys)} == {"generator-changed", "file-changed"}


# --- mending ----------------------------------------------------------------------------------------------------------


def test_fix_generates_again(project: Path, capsys: Streams) -> None:
    edit(Path("spec/pets.yaml"), "Get a pet", "Find a pet")
    MODEL.unlink()
    assert main(["check", "--fix"]) == 0
    assert "generated again: " in capsys.readouterr().err
    assert "Find a pet" in Path("sdk/src/pets/resources/pets.py").read_text()
    assert main(["check"]) == 0


def test_fix_stops_at_a_hand_edit(project: Path, capsys: Streams) -> None:
    edit(MODEL, "class Pet(Model):", "class Pet(Model):\n    mine = 1")
    Path("sdk/src/pets/client.py").unlink()
    assert main(["check", "--fix"]) == 2
    assert "file-edited-by-hand" in capsys.readouterr().err
    assert "mine = 1" in MODEL.read_text()
    assert not Path("sdk/src/pets/client.py").exists()


# --- formats ----------------------------------------------------------------------------------------------------------


def test_annotations_stand_at_the_lines_of_the_files_of_the_repository(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Streams
) -> None:
    edit(MODEL, "class Pet(Model):", "class Pet(Model):\n    mine = 1")
    monkeypatch.chdir("spec")
    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out == (
        "::error file=sdk/src/pets/models/pet.py,line=7,col=1,title=file-edited-by-hand::"
        "Src/pets/models/pet.py was edited by hand. Move the edit elsewhere, then run "
        "`specwright generate --force`, which overwrites it.\n"
    )
    assert (project / MODEL).read_text().split("\n")[6] == "    mine = 1"


def test_no_annotation_if_nothing_is_found(project: Path, capsys: Streams) -> None:
    assert main(["check", "--format", "github"]) == 0
    assert capsys.readouterr().out == ""


def test_what_a_finding_says_is_no_command() -> None:
    hostile = Finding("a-rule", Level.INFO, "50%\n::error::x", Place("a,b:c.py", 3, 1), remedy="do\rit")
    assert github([hostile]) == ("::notice file=a%2Cb%3Ac.py,line=3,col=1,title=a-rule::50%25%0A::error::x. Do%0Dit.")


@pytest.mark.parametrize("drift", [False, True])
def test_the_log_is_sarif(project: Path, capsys: Streams, drift: bool) -> None:
    if drift:
        edit(Path("spec/pets.yaml"), "Get a pet", "Find a pet")
        edit(MODEL, "class Pet(Model):", "class Pet(Model):\n    mine = 1")
    assert main(["check", "--format", "sarif"]) == drift
    log = json.loads(capsys.readouterr().out)
    jsonschema_rs.validate(SCHEMA, log)
    [run] = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert set(rules) == ({"file-changed", "file-edited-by-hand", "spec-changed"} if drift else set())
    files = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert all(Path(file).is_file() for file in files)


def test_places_outside_of_the_repository_are_no_part_of_a_log(project: Path) -> None:
    places = [Place("../elsewhere.py", 1, 1), Place("a b#.py", 2, None), Place("ü.py")]
    findings = [Finding("a-rule", Level.WARNING, "x", place, (place,), fingerprint="f") for place in places]
    log = json.loads(sarif(findings, {"a-rule": "Finds x."}))
    jsonschema_rs.validate(SCHEMA, log)
    results = log["runs"][0]["results"]
    uris = [[at["physicalLocation"]["artifactLocation"]["uri"] for at in result["locations"]] for result in results]
    assert uris == [[], ["a%20b%23.py"], ["%C3%BC.py"]]


def test_the_page_has_the_differences(project: Path, capsys: Streams) -> None:
    edit(Path("spec/pets.yaml"), "Get a pet", "Find a pet")
    assert main(["check", "--format", "markdown"]) == 1
    page = capsys.readouterr().out
    assert page.startswith("### pets: sdk is not what would be generated\n")
    assert "\n```diff\n--- sdk/" in page


# --- where a line comes from ------------------------------------------------------------------------------------------

EXPLAINED = ["patch_three_states", "server_bodies_and_errors", "webhooks_and_callbacks"]
Edit = tuple[str, dict[str, Any]]


def edits(value: object, pointer: str = "") -> Iterator[Edit]:
    """Places of a document, each with something to say there that is said nowhere else."""
    children = list(enumerate(value)) if isinstance(value, list) else []
    if isinstance(value, dict):
        children = list(value.items())
        if value.get("type") == "string" and "enum" not in value:
            yield pointer, {"maxLength": 77}
        if {"operationId", "in"} & value.keys() or ("/properties/" in pointer and "type" in value):
            yield pointer, {"description": "Told of nowhere else."}
    for key, child in children:
        yield from edits(child, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")


def at(document: Any, pointer: str) -> Any:
    for token in pointer.split("/")[1:]:
        document = document[int(token) if isinstance(document, list) else token.replace("~1", "/").replace("~0", "~")]
    return document


def differing(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The lines of Python that are new, by file and number, without what is imported for them."""
    for path, text in after.items():
        if path.endswith(".py") and before.get(path) != text:
            old, new = before[path].split("\n"), text.split("\n")
            imports = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import | ast.ImportFrom)]
            skipped = {line for node in imports for line in range(node.lineno, (node.end_lineno or 0) + 1)}
            for tag, _, _, first, last in difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
                if tag in ("insert", "replace"):
                    changed = {number + 1 for number in range(first, last) if new[number].strip()}
                    yield from ((path, line) for line in sorted(changed - skipped))


@pytest.mark.parametrize("name", EXPLAINED)
def test_what_an_edit_changes_is_explained_by_the_place_of_the_edit(name: str, tmp_path: Path) -> None:
    """A document is edited at one place after the other: each line that differs then leads back there."""
    document = yaml.safe_load((GOLDEN / name / "spec.yaml").read_text())
    (tmp_path / "pyproject.toml").write_text(TABLE.replace("spec/pets.yaml", "spec.json"))
    (tmp_path / "spec.json").write_text(json.dumps(document))
    [target] = read_config(tmp_path)
    before, explained = build(target).files, set[str]()
    for pointer, said in edits(document):
        edited = copy.deepcopy(document)
        at(edited, pointer).update(said)
        (tmp_path / "spec.json").write_text(json.dumps(edited))
        reading = read("spec.json", (), tmp_path)
        after, spots = dict(emit(reading, target)), origins(reading.api, "pets", reading.document.locate)
        for path, line in differing(before, after):
            found = origin(after[path], line, spots[path]).pointer
            told = f"{path}:{line} comes from {found}, and {pointer} was edited:\n{after[path].splitlines()[line - 1]}"
            assert found.count("/") > 1, told
            assert pointer.startswith(found) or found.startswith(pointer), told
            explained.add(Path(path).parent.name)
    assert len(explained) > 1


def explained(place: str, capsys: Streams) -> tuple[str | None, int | None, str | None]:
    capsys.readouterr()
    assert main(["check", "--explain", place, "--format", "json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["place"] == place
    return row["file"], row["line"], row["pointer"]


@pytest.mark.parametrize(
    ("file", "text", "pointer"),
    [
        ("src/pets/resources/pets.py", "def get_pet", "/paths/~1pets~1{id}/get"),
        ("src/pets/resources/pets.py", "Path(", "/paths/~1pets~1{id}/get/parameters/0"),
        ("src/pets/client.py", "def pets", "/paths/~1pets~1{id}/get"),
        ("src/pets/server/__init__.py", "import Pets", "/paths/~1pets~1{id}/get"),
        ("src/pets/testing/strategies.py", "def pet()", "/components/schemas/Pet"),
        ("src/pets/testing/cases.py", "    Case(", "/paths/~1pets~1{id}/get"),
        ("src/pets/testing/cases.py", '"200",', "/paths/~1pets~1{id}/get/responses/200/content/application~1json"),
        ("src/pets/testing/openapi.json", '"name": {', "/components/schemas/Pet/properties/name"),
        ("src/pets/models/__init__.py", "import Pet", "/components/schemas/Pet"),
        ("README.md", "Python SDK", "/info"),
        ("specwright.json", "inputs", ""),
    ],
)
def test_a_generated_line_comes_from_a_place_in_the_document(
    project: Path, capsys: Streams, file: str, text: str, pointer: str
) -> None:
    lines = (Path("sdk") / file).read_text().split("\n")
    number = next(number for number, line in enumerate(lines, 1) if text in line and "import (" not in line)
    found, line, at_pointer = explained(f"sdk/{file}:{number}", capsys)
    assert (found, at_pointer) == ("spec/pets.yaml", pointer)
    if pointer:
        wanted = position(SPEC, pointer)[0]
        assert line == wanted


def test_a_line_is_explained_with_what_stands_there(project: Path, capsys: Streams) -> None:
    number = MODEL.read_text().split("\n").index("    name: str | UNSET = UNSET") + 1
    assert main(["check", "--explain", f"{MODEL}:{number}"]) == 0
    assert capsys.readouterr().out == (
        f"{MODEL}:{number} comes from #/components/schemas/Pet/properties/name\n"
        "  --> spec/pets.yaml:20:9\n   |\n20 |         name: {type: string}\n   |         ^^^^\n"
    )


def test_what_an_overlay_says_is_explained_by_the_overlay(project: Path, capsys: Streams) -> None:
    Path("pyproject.toml").write_text(TABLE + 'overlays = ["o.yaml"]\n')
    Path("o.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n"
        "  - target: $.components.schemas.Pet.properties\n    update: {age: {type: integer}}\n"
    )
    assert main(["check", "--fix", "-q"]) == 0
    number = MODEL.read_text().split("\n").index("    age: Integer | UNSET = UNSET") + 1
    assert explained(f"{MODEL}:{number}", capsys) == ("o.yaml", 5, "/actions/0/update/age")


def test_the_runtime_comes_from_no_document(project: Path, capsys: Streams) -> None:
    assert explained("sdk/src/pets/_runtime/client.py:3", capsys) == (None, None, None)
    main(["check", "--explain", "sdk/src/pets/_runtime/client.py:3"])
    assert "no part of the document decides it" in capsys.readouterr().out


@pytest.mark.parametrize(
    "place", ["sdk/README.md", "sdk/README.md:0", "sdk/README.md:99999", "pyproject.toml:1", "sdk/x:1"]
)
def test_a_place_that_is_no_generated_line_is_refused(project: Path, capsys: Streams, place: str) -> None:
    assert main(["check", "--explain", place]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "error[" in told.err
    assert "Traceback" not in told.err
