"""`specwright verify`: what is proved, what it says of what is not, and the ledger that it keeps."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from specwright.cli.main import main
from specwright.cli.proof import proof_markdown, proof_text
from specwright.verify.project import Project as ProjectFound
from specwright.verify.proof import Failure, Proof

GOLDEN = Path(__file__).parent / "golden"
ROUND = "what_is_given_arrives_and_what_is_returned_comes_back"


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found


KINDS = """
openapi: 3.1.0
info: {title: Pets, version: "1.0"}
paths:
  /kind:
    get:
      responses:
        "200": {description: One., content: {application/json: {schema: {enum: [cat, dog]}}}}
"""


HARDLY_DIFFERENT = ", ".join(f"{{type: object, properties: {{m{number}: {{type: integer}}}}}}" for number in range(6))
HARD = f"""
openapi: 3.1.0
info: {{title: Pets, version: "1.0"}}
paths:
  /closed:
    post:
      requestBody:
        content:
          application/json:
            schema: {{type: object, properties: {{fond: {{type: boolean}}}}, additionalProperties: false}}
      responses: {{"204": {{description: Done.}}}}
  /form:
    delete:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {{type: object, properties: {{fond: {{type: boolean}}}}, additionalProperties: false}}
      responses: {{"204": {{description: Done.}}}}
  /large:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [{", ".join(f"m{number}" for number in range(60))}]
              additionalProperties: {{type: string, minLength: 30}}
      responses:
        "200":
          description: Done.
          headers:
            Content-Length: {{required: true, schema: {{type: string}}}}
          content: {{application/json: {{schema: {{type: object}}}}}}
  /al%6Fne:
    get:
      responses:
        "200":
          description: One of many that hardly differ, at a path that is encoded already.
          content:
            application/json:
              schema:
                oneOf: [{HARDLY_DIFFERENT}]
  /beside:
    put:
      requestBody:
        required: true
        content: {{application/json: {{schema: {{$ref: "#/components/schemas/Pet"}}}}}}
      responses:
        "200":
          description: What is said of all of them, and one of them.
          content: {{application/json: {{schema: {{$ref: "#/components/schemas/Pet"}}}}}}
  /nested:
    put:
      requestBody:
        required: true
        content: {{application/json: {{schema: {{$ref: "#/components/schemas/Tree"}}}}}}
      responses:
        "200":
          description: The same, with what leads back to it.
          content: {{application/json: {{schema: {{$ref: "#/components/schemas/Tree"}}}}}}
  /nobody:
    post:
      requestBody:
        content:
          application/json:
            schema:
              oneOf:
                - {{type: object, properties: {{name: {{type: string}}, made: {{type: integer, readOnly: true}}}}}}
                - {{type: object, properties: {{by: {{type: string, readOnly: true}}, name: {{type: string}}}}}}
      responses: {{"204": {{description: Nothing can be sent, for both alternatives are the same then.}}}}
  /told:
    put:
      requestBody:
        required: true
        content: {{application/json: {{schema: {{$ref: "#/components/schemas/Payment"}}}}}}
      responses:
        "200":
          description: A member tells what it is, and its text is the name of another.
          content: {{application/json: {{schema: {{$ref: "#/components/schemas/Payment"}}}}}}
  /deep:
    post:
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            encoding: {{billing: {{style: deepObject, explode: true}}}}
            schema:
              type: object
              required: [billing]
              properties:
                billing:
                  type: object
                  required: [address]
                  properties: {{address: {{$ref: "#/components/schemas/Address"}}}}
      responses: {{"204": {{description: Few texts can be told within brackets.}}}}
  /crowded/more_like_this.{{format}}:
    get:
      parameters: [{{name: format, in: path, required: true, schema: {{enum: [json, xml, tar.gz]}}}}]
      responses: {{"204": {{description: Its letters are those of the text beside it.}}}}
  /lists/{{all}}:
    get:
      parameters:
        - name: all
          in: path
          required: true
          schema: {{type: array, items: {{type: array, items: {{type: string}}}}}}
      responses: {{"204": {{description: There is no way to write it.}}}}
  /transport:
    post:
      parameters:
        - {{name: User-Agent, in: header, required: true, schema: {{type: string}}}}
        - {{name: Host, in: header, schema: {{type: string, pattern: '^[a-z]+$'}}}}
        - {{name: content-length, in: header, required: true, schema: {{type: integer, minimum: 500}}}}
      requestBody: {{content: {{application/json: {{schema: {{type: integer}}}}}}}}
      responses: {{"204": {{description: Headers that what sends a request fills in.}}}}
  /inside:
    get:
      responses:
        "200":
          description: What stands inside of another schema, where no name leads to it alone.
          content: {{application/json: {{schema: {{$ref: "#/components/schemas/Parts/allOf/1/properties/inner"}}}}}}
  /labelled/{{label}}:
    get:
      parameters:
        - name: label
          in: path
          required: true
          style: label
          explode: true
          schema: {{type: object, properties: {{a: {{type: integer}}}}, required: [a]}}
        - name: X-Json
          in: header
          required: true
          content: {{application/json: {{schema: {{type: object, required: [é], additionalProperties: true}}}}}}
      responses: {{"204": {{description: A header with other octets than those of ASCII.}}}}
  /jar:
    get:
      responses:
        "200":
          description: A client keeps the cookies that it was given, and sends them back.
          headers: {{Set-Cookie: {{required: true, schema: {{type: string, pattern: '^[a-z]+=[a-z]+$'}}}}}}
          content: {{application/json: {{schema: {{type: integer}}}}}}
  /tight:
    get:
      responses:
        "200":
          description: Patterns with lengths that leave no room around what they find.
          content:
            application/json:
              schema:
                type: object
                required: [a, b, c, d]
                additionalProperties: {{type: string, pattern: '\\d{{12}}', minLength: 12, maxLength: 12}}
                properties:
                  a: {{type: string, pattern: '\\d{{12}}', minLength: 12, maxLength: 12}}
                  b: {{type: string, pattern: '[a-f]{{8}}', maxLength: 8}}
                  c: {{type: string, pattern: 'x-\\d+-y', maxLength: 9}}
                  d: {{type: string, pattern: '[A-Z]{{3}}', minLength: 3, maxLength: 4}}
components:
  schemas:
    Address:
      type: object
      required: [city, country, line1, line2, postal_code]
      additionalProperties: {{type: string}}
      properties: {{city: {{type: string}}, country: {{type: string}}, line1: {{type: string}}}}
    Card:
      type: object
      required: [kind, card]
      properties:
        kind: {{type: string, enum: [card]}}
        card: {{type: object, required: [last], properties: {{last: {{type: string, format: date}}}}}}
        last: {{type: integer}}
    Cash:
      type: object
      required: [kind]
      properties: {{kind: {{const: cash}}, cash: {{type: number}}, back: {{$ref: "#/components/schemas/Payment"}}}}
    Payment:
      anyOf:
        - {{$ref: "#/components/schemas/Card"}}
        - {{$ref: "#/components/schemas/Cash"}}
        - {{type: string, format: uuid}}
        - {{type: array, items: {{$ref: "#/components/schemas/Card"}}}}
        - {{type: "null"}}
    Named: {{type: object, required: [name], properties: {{name: {{type: string}}, age: {{type: integer}}}}}}
    Cat: {{type: object, required: [claws], properties: {{claws: {{type: integer}}}}}}
    Dog: {{type: object, required: [bark], properties: {{bark: {{type: string}}}}}}
    Pet:
      allOf:
        - {{$ref: "#/components/schemas/Named"}}
        - oneOf: [{{$ref: "#/components/schemas/Cat"}}, {{$ref: "#/components/schemas/Dog"}}]
    Crossed:
      type: object
      required: [code]
      properties:
        code:
          minLength: 5
          anyOf: [{{type: string, maxLength: 3}}, {{type: string, maxLength: 10}}, {{type: integer}}]
        size: {{minimum: 9, oneOf: [{{type: integer, maximum: 5}}, {{type: integer, maximum: 20}}]}}
    Never:
      allOf:
        - {{type: object, properties: {{a: {{type: string, minLength: 5}}, b: {{type: integer}}}}}}
        - {{type: object, properties: {{a: {{type: string, maxLength: 3}}}}}}
    Parts:
      allOf:
        - {{type: object}}
        - {{properties: {{inner: {{type: object, properties: {{deep: {{type: string}}}}}}}}}}
    Tree:
      allOf:
        - type: object
          properties:
            crossed: {{$ref: "#/components/schemas/Crossed"}}
            never: {{$ref: "#/components/schemas/Never"}}
            under: {{type: array, items: {{$ref: "#/components/schemas/Tree"}}}}
            pet: {{$ref: "#/components/schemas/Pet"}}
        - anyOf: [{{$ref: "#/components/schemas/Cat"}}, {{$ref: "#/components/schemas/Dog"}}]
"""


class Project:
    """A generated project that may be broken."""

    def __init__(self, root: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capfd = capfd

    def verify(self, *options: str) -> Ran:
        self._capfd.readouterr()
        status = main(["verify", str(self.root), "--examples", "5", *options])
        printed = self._capfd.readouterr()
        return Ran(status, printed.out, printed.err)

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def run(self, script: str) -> str:
        command = [sys.executable, "-c", script]
        ended = subprocess.run(command, cwd=self.root / "src", capture_output=True, text=True, check=False)
        return ended.stdout + ended.stderr

    @property
    def ledger(self) -> Path:
        return self.root / "ledger.json"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The projects of some golden documents, by the names of the folders."""
    root = tmp_path_factory.mktemp("generated")
    for name in ("patch_three_states", "query_parameter_enum"):
        assert (
            main(["generate", str(GOLDEN / name / "spec.yaml"), "-o", str(root / name), "--package", "sdk", "-q"]) == 0
        )
    return root


@pytest.fixture
def pets(generated: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Project:
    shutil.copytree(generated / "patch_three_states", tmp_path / "pets")
    return Project(tmp_path / "pets", capfd)


def test_a_name_that_nothing_has_is_a_mistake(pets: Project) -> None:
    ran = pets.verify("--operation", "pets.patch_pets")
    assert ran.status == 2
    assert "nothing is called `pets.patch_pets` here" in ran.err
    assert "`pets.patch_pet`" in ran.err


@pytest.mark.parametrize("option", [("--examples", "many"), ("--examples", "0"), ("--max-seconds", "-1")])
def test_a_number_that_is_none_is_a_mistake(pets: Project, option: tuple[str, str]) -> None:
    ran = pets.verify(*option)
    assert ran.status == 2
    assert f"`{option[1]}` is no " in ran.err


def test_a_proof_is_told_and_written_down(pets: Project) -> None:
    ran = pets.verify()
    assert ran.status == 0, ran.out + ran.err
    header, row, *_ = ran.out.splitlines()
    assert header.split() == ["loop", "wire", "states", "forward", "refuses", "seconds"]
    assert row.split()[0] == "pets.patch_pet"
    assert ran.out.splitlines()[-1].startswith("proved: 1 of 1 operations, 2 of 2 schemas, by ")
    ledger = json.loads(pets.ledger.read_text("utf-8"))
    assert set(ledger["operations"]["pets.patch_pet"]["properties"]) == {
        *("operation-closed-loop", "wire-oracle", "three-states", "stub-refuses")
    }
    assert ledger["schemas"]["PetPatch"]["properties"]["model-round-trip"]["holds"] is True
    keywords = ledger["summary"]["keywords"]
    assert 0.8 * keywords["of"] < keywords["exercised"] <= keywords["of"]


def test_the_same_seed_draws_the_same(pets: Project) -> None:
    texts = []
    for options in ((), (), ("--seed", "5"), ("--seed", "5"), ("--seed", "6")):
        assert pets.verify(*options).status == 0
        texts.append(pets.ledger.read_text("utf-8"))
    assert texts[0] == texts[1]
    assert texts[2] == texts[3]
    assert main(["generate", "nothing", "-o", str(pets.root)]) == 2
    assert pets.ledger.is_file()


def test_generating_anew_leaves_the_ledger_alone(pets: Project) -> None:
    pets.verify()
    before = pets.ledger.read_text("utf-8")
    spec = GOLDEN / "patch_three_states" / "spec.yaml"
    assert main(["generate", str(spec), "-o", str(pets.root), "--package", "sdk", "-q"]) == 0
    assert pets.ledger.read_text("utf-8") == before


BREAKS = {
    "null is not sent": (
        "src/sdk/_runtime/bodies.py",
        "for name, value in members.items() if value is not UNSET}",
        "for name, value in members.items() if value is not UNSET and value is not None}",
        "three-states",
        "the handler got",
    ),
    "an alias is dropped": (
        "src/sdk/models/pet_patch.py",
        'Field(alias="nickName")',
        "Field()",
        "model-round-trip",
        "nickName",
    ),
    "the server takes any JSON": (
        "src/sdk/_runtime/server/intake.py",
        "value = body.adapter.validate_json(content)",
        "value = parsed_json(content)",
        "stub-refuses",
        "501",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_failure_comes_with_a_script_that_shows_it(pets: Project, name: str) -> None:
    file, old, new, property, shown = BREAKS[name]
    pets.edit(file, old, new)
    told = pets.verify("--property", property, "--format", "json")
    assert told.status == 1
    failure = told.json["failures"][0]
    assert failure["property"] == property
    assert failure["payload"]
    assert failure["message"] and "assert" not in failure["message"]
    assert failure["script"].count("\n") < 25
    assert shown in pets.run(failure["script"])


def test_a_failure_is_told(pets: Project) -> None:
    file, old, new, property, _ = BREAKS["null is not sent"]
    pets.edit(file, old, new)
    told = pets.verify("--property", property)
    assert told.status == 1
    assert f"FAILED operation pets.patch_pet: {property}" in told.out
    assert "the smallest payload that shows it: " in told.out
    assert f"NOT PROVED: operation pets.patch_pet: {property} failed: " in told.out
    markdown = pets.verify("--property", property, "--format", "markdown").out
    assert "| `pets.patch_pet` | - | - | FAILED | - | - |" in markdown
    assert "```python" in markdown


def test_what_was_hard_to_prove_is_proved(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "spec.yaml").write_text(HARD, "utf-8")
    assert main(["generate", str(tmp_path / "spec.yaml"), "-o", str(tmp_path / "sdk"), "--package", "sdk", "-q"]) == 0
    project = Project(tmp_path / "sdk", capfd)
    ran = project.verify()
    assert ran.out.splitlines()[-1].startswith("proved: 16 of 16 operations"), ran.out
    assert ran.status == 0, ran.out
    assert "post_nobody: the body application/json: no value is valid for it" in ran.out
    waived = "default.get_lists_by_all: path parameter all: the style `simple` has no way to write lists"
    assert waived in ran.out
    assert waived in project.verify("--operation", "default.get_lists_by_all").out


def test_an_answer_that_is_misread_comes_with_a_script(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "spec.yaml").write_text(KINDS, "utf-8")
    assert main(["generate", str(tmp_path / "spec.yaml"), "-o", str(tmp_path / "sdk"), "--package", "sdk", "-q"]) == 0
    project = Project(tmp_path / "sdk", capfd)
    project.edit("src/sdk/_runtime/responses.py", 'OPEN = {"open": True}', "OPEN: dict[str, object] = {}")
    failures = project.verify("--property", "forward-compatible", "--format", "json").json["failures"]
    assert "APIResponseValidationError" in project.run(failures[0]["script"])


def test_a_part_can_be_proved_and_is_not_written_down(pets: Project) -> None:
    ran = pets.verify("--operation", "pets.*", "--property", "wire-oracle", "--format", "json")
    assert ran.status == 0
    assert list(ran.json["operations"]["pets.patch_pet"]["properties"]) == ["wire-oracle"]
    assert ran.json["schemas"] == {}
    assert not pets.ledger.exists()


def test_what_there_was_no_time_for_is_told(pets: Project) -> None:
    ran = pets.verify("--max-seconds", "0")
    assert ran.status == 1
    assert "NOT PROVED: operation pets.patch_pet: operation-closed-loop not reached" in ran.out
    assert not pets.ledger.exists()


def test_what_is_left_out_is_not_proved_unless_it_is_waived(pets: Project) -> None:
    manifest = pets.root / "specwright.json"
    value = json.loads(manifest.read_text("utf-8"))
    row = {"method": "GET", "path": "/gone", "name": None, "status": "left out", "reason": "it is broken"}
    value["operations"].append(row)
    manifest.write_text(json.dumps(value), "utf-8")
    ran = pets.verify("--property", "wire-oracle")
    assert ran.status == 1
    assert "left out: GET /gone: it is broken" in ran.out
    row["status"] = "waived"
    manifest.write_text(json.dumps(value), "utf-8")
    ran = pets.verify("--property", "wire-oracle")
    assert ran.status == 0
    assert "waived: GET /gone: it is broken" in ran.out


def test_a_target_of_the_configuration_is_proved(
    generated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(generated / "query_parameter_enum", tmp_path / "out")
    table = '[tool.specwright.targets.pets]\nspec = "spec.yaml"\noutput = "out"\npackage = "sdk"\n'
    (tmp_path / "pyproject.toml").write_text(table, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["verify", "--examples", "5", "-q"]) == 0
    assert capfd.readouterr().out.startswith("slowest: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["verify", "nowhere"], "there is no target `nowhere`"),
        (["verify", "empty"], "there is no generated project in sdk"),
    ],
)
def test_what_cannot_be_run_is_told(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    table = '[tool.specwright.targets.empty]\nspec = "spec.yaml"\noutput = "sdk"\npackage = "sdk"\n'
    (tmp_path / "pyproject.toml").write_text(table, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert said in capfd.readouterr().err


def test_an_unknown_property_names_those_that_there_are(pets: Project) -> None:
    ran = pets.verify("--property", "unheard-of")
    assert ran.status == 2
    assert "three-states" in ran.err


def test_tests_that_do_not_run_are_no_proof(pets: Project) -> None:
    (pets.root / "tests" / "conftest.py").write_text("import unheard_of\n", "utf-8")
    ran = pets.verify()
    assert ran.status == 2
    assert "error[proof-broken]: the tests of the project could not be run\n" in ran.err
    assert "   | E   ModuleNotFoundError: No module named 'unheard_of'" in ran.err.splitlines()
    assert "\\n" not in ran.err


def test_a_failure_without_a_payload_shows_none() -> None:
    told = ("operation pets.get_pet", "wire-oracle", "test_it", "Unsatisfiable: nothing could be drawn")
    whole = ProjectFound("pets", Path("pets"), "pets", (), ())
    empty, full = (Failure(*told, payload, script) for payload, script in (("", ""), ("b'{}'", "print()")))
    for show in (proof_text, proof_markdown):
        shown, without = (show(Proof(whole, False, (), (each,), ()), 1.0) for each in (full, empty))
        assert "smallest payload that shows it: " in shown
        assert "print()" in shown
        assert "nothing could be drawn" in without
        assert "smallest payload" not in without
        assert "to see it again" not in without
        assert "```" not in without
