"""`specwright scaffold` as it is typed: what it shows, what it writes, and that a refusal leaves the file alone."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pytest

from specwright.cli.main import main

SPEC = """openapi: 3.1.0
info: {title: Kettles, version: '1'} # ours
paths:
  /kettles:
    post:
      operationId: createKettle
      responses:
        '201': {description: Made}
components:
  schemas:
    Kettle:
      type: object
      properties:
        name: {type: string}
        watts: {type: integer}
"""
CURL = """curl -X POST https://a.example/kettles/12/boils -H 'Authorization: Bearer hunter2' -d '{"until": 99.5}'\n"""

Streams = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("spec.yaml")
    path.write_text(SPEC)
    Path("c.txt").write_text(CURL)
    return path


def test_what_would_be_added_is_shown_and_nothing_is_written(spec: Path, capsys: Streams) -> None:
    assert main(["scaffold", "--into", "spec.yaml", "--curl", "c.txt"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("--- spec.yaml\n+++ spec.yaml (with what is added)\n@@ ")
    assert "+  /kettles/{kettleId}/boils:" in told.out or "+  /kettles/{kettle_id}/boils:" in told.out
    assert not any(line.startswith("-") for line in told.out.splitlines()[2:])
    assert "nothing is written without --write" in told.err
    assert "inferred: a parameter in the place of a value of the path" in told.err
    assert spec.read_text() == SPEC


def test_the_diff_is_one_that_patch_would_apply(spec: Path, capsys: Streams) -> None:
    main(["scaffold", "--into", "spec.yaml", "--curl", "c.txt", "--write", "-q"])
    old, new = SPEC.splitlines(), spec.read_text().splitlines()
    rebuilt: list[str] = []
    at = 0
    for line in capsys.readouterr().out.splitlines()[2:]:
        if line.startswith("@@"):
            start = int(line.split()[1].partition(",")[0].removeprefix("-")) - 1
            rebuilt += old[at:start]
            at = start
            assert len(rebuilt) == int(line.split()[2].partition(",")[0].removeprefix("+")) - 1
        elif line.startswith("+"):
            rebuilt.append(line[1:])
        else:
            assert old[at] == line[1:]
            rebuilt += [line[1:]] * (not line.startswith("-"))
            at += 1
    assert rebuilt + old[at:] == new


def test_write_applies_it_and_validate_lists_what_was_inferred(spec: Path, capsys: Streams) -> None:
    assert main(["scaffold", "--into", "spec.yaml", "--curl", "c.txt", "--write"]) == 0
    text = spec.read_text()
    rest = iter(text.splitlines())
    assert all(line in rest for line in SPEC.splitlines())
    assert "hunter2" not in text
    capsys.readouterr()
    assert main(["validate", "spec.yaml"]) == 0
    told = capsys.readouterr().err
    assert "warning[inferred-unconfirmed]: `POST /kettles/{kettle_id}/boils` holds what was inferred: responses" in told
    assert main(["scaffold", "--into", "spec.yaml", "--curl", "c.txt", "--write"]) == 1
    assert "error[operation-exists]: the document has the operation POST /kettles/{kettle_id}/boils" in (
        capsys.readouterr().err
    )
    assert spec.read_text() == text


def test_samples_of_answers_are_given_by_status(spec: Path) -> None:
    Path("ok.json").write_text('{"name": "x", "watts": 3}')
    Path("bad.json").write_text('{"code": 1, "why": "no"}')
    arguments = ["--response", "201=ok.json", "--response", "404=bad.json", "--operation-id", "boilIt"]
    assert main(["scaffold", "--into", "spec.yaml", "--curl", "c.txt", "--write", "-q", *arguments]) == 0
    text = spec.read_text()
    assert "operationId: boilIt" in text
    assert "        '201':\n          description: Created\n" in text
    assert "        '404':\n          description: Not Found\n" in text


def test_an_operation_is_written_by_hand(spec: Path, capsys: Streams) -> None:
    arguments = ["--method", "put", "--path", "/kettles/{kettle_id}", "--request", "Kettle", "--response", "200=Kettle"]
    assert main(["scaffold", "--into", "spec.yaml", *arguments, "--write"]) == 0
    assert spec.read_text().count("$ref: '#/components/schemas/Kettle'") == 2
    capsys.readouterr()
    assert main(["scaffold", "--into", "spec.yaml", "--method", "get", "--path", "/x", "--request", "Absent"]) == 1
    assert "error[schema-unknown]: the document has no schema `Absent`" in capsys.readouterr().err


def test_a_command_is_read_from_standard_input(spec: Path, monkeypatch: pytest.MonkeyPatch, capsys: Streams) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CURL.encode())))
    assert main(["scaffold", "--into", "spec.yaml", "--curl", "-"]) == 0
    assert "POST /kettles/{kettle_id}/boils" in capsys.readouterr().err


def test_commands_for_one_operation_are_one_operation(spec: Path, capsys: Streams) -> None:
    Path("c.txt").write_text(CURL + CURL.replace("12", "13").replace("99.5", '"never"'))
    assert main(["scaffold", "--into", "spec.yaml", "--curl", "c.txt", "--write"]) == 0
    assert "POST /kettles/{kettle_id}/boils: written into spec.yaml" in capsys.readouterr().err
    assert "            - number\n            - string\n" in spec.read_text()


def test_merge_of_what_is_known_already_says_so(spec: Path, capsys: Streams) -> None:
    main(["scaffold", "--into", "spec.yaml", "--curl", "c.txt", "--write", "-q"])
    text = spec.read_text()
    capsys.readouterr()
    assert main(["scaffold", "--into", "spec.yaml", "--curl", "c.txt", "--write", "--merge"]) == 0
    told = capsys.readouterr()
    assert (told.out, spec.read_text()) == ("", text)
    assert "POST /kettles/{kettle_id}/boils: nothing is new" in told.err


@pytest.mark.parametrize(
    ("file", "text", "arguments", "said"),
    [
        ("c.txt", "", ["--curl", "c.txt"], ("request-missing", 1)),
        ("c.txt", "hello", ["--curl", "c.txt"], ("request-missing", 1)),
        ("c.txt", "hello", ["--page", "c.txt"], ("request-missing", 1)),
        ("c.txt", CURL, ["--curl", "absent.txt"], ("file-missing", 2)),
        ("c.txt", "curl 'https://a.b", ["--curl", "c.txt"], ("curl-quote-open", 1)),
        ("c.txt", "curl https://a.b/c -d '{'", ["--curl", "c.txt"], ("sample-broken", 1)),
        ("c.txt", 'curl --json \'{"a": 1, "a": 2}\' https://a.b/c', ["--curl", "c.txt"], ("sample-broken", 1)),
        ("ok.json", "{,}", ["--curl", "c.txt", "--response", "200=ok.json"], ("sample-broken", 1)),
        ("ok.json", "{}", ["--curl", "c.txt", "--response", "999=ok.json"], ("status-unknown", 2)),
        ("c.txt", CURL + CURL, ["--curl", "c.txt", "--operation-id", "x"], ("response-ambiguous", 1)),
        ("c.txt", CURL, ["--method", "get", "--path", "kettles"], ("path-relative", 2)),
        ("spec.yaml", "", ["--curl", "c.txt"], ("document-empty", 1)),
        ("spec.yaml", "a: [", ["--curl", "c.txt"], ("syntax-error", 1)),
        ("spec.yaml", "- a\n", ["--curl", "c.txt"], ("document-mistyped", 1)),
        ("spec.yaml", "swagger: '2.0'\n", ["--curl", "c.txt"], ("document-not-openapi", 1)),
        ("spec.yaml", "a: 1\n", ["--curl", "c.txt"], ("document-not-openapi", 1)),
        (
            "spec.yaml",
            "openapi: 3.1.0\npaths: {'/kettles/{id}/boils': {$ref: 'x.yaml'}}\n",
            ["--curl", "c.txt"],
            (
                "path-elsewhere",
                1,
            ),
        ),
        ("spec.yaml", "openapi: 3.1.0\nx: &x {}\npaths: *x\n", ["--curl", "c.txt"], ("splice-impossible", 1)),
    ],
)
def test_what_cannot_be_done_is_told_and_the_file_stays(
    file: str, text: str, arguments: list[str], said: tuple[str, int], capsys: Streams
) -> None:
    code, status = said
    Path(file).write_text(text)
    before = Path("spec.yaml").read_bytes()
    assert main(["scaffold", "--into", "spec.yaml", "--write", *arguments]) == status
    told = capsys.readouterr()
    assert told.out == ""
    assert f"error[{code}]: " in told.err
    assert "Traceback" not in told.err
    assert Path("spec.yaml").read_bytes() == before


def test_a_read_only_document_stays_as_it_is(spec: Path, capsys: Streams) -> None:
    spec.chmod(0o444)
    assert main(["scaffold", "--into", "spec.yaml", "--curl", "c.txt", "--write"]) == 2
    assert "error[file-unwritable]: `spec.yaml` cannot be written: it is read-only" in capsys.readouterr().err
    assert spec.read_text() == SPEC


@pytest.mark.parametrize(
    "arguments",
    [
        ["--into", "spec.yaml"],
        ["--curl", "c.txt"],
        ["--into", "spec.yaml", "--curl", "c.txt", "--page", "c.txt"],
        ["--into", "spec.yaml", "--method", "get"],
        ["--into", "spec.yaml", "--curl", "c.txt", "--path", "/x"],
        ["nonsense", "--into", "spec.yaml"],
        ["handlers", "--into", "here"],
        ["handlers", "x", "--into", "here", "--curl", "c.txt"],
        ["--into", "spec.yaml", "--curl", "c.txt", "--check"],
    ],
)
def test_a_run_that_cannot_be_is_2(arguments: list[str], capsys: Streams) -> None:
    assert main(["scaffold", *arguments]) == 2
    assert capsys.readouterr().out == ""


def test_four_megabytes_take_seconds(spec: Path, capsys: Streams) -> None:
    """About two on a quiet machine; the bound leaves room for a busy one, and none for a quadratic step."""
    path = """  /a{0}/{{id}}:
    get:
      operationId: getA{0}
      description: {1}
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      responses:
        '200':
          description: ok
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/X{0}'}}}}}}
"""
    schema = "    X{0}: {{type: object, properties: {{a: {{type: string}}, b{0}: {{type: integer}}}}}}\n"
    paths = "".join(path.format(number, "text " * 50) for number in range(7000))
    schemas = "".join(schema.format(number) for number in range(7000))
    spec.write_text(SPEC.partition("paths:")[0] + "paths:\n" + paths + "components:\n  schemas:\n" + schemas)
    assert spec.stat().st_size > 4_000_000
    started = time.process_time()
    assert main(["scaffold", "--into", "spec.yaml", "--curl", "c.txt", "--write", "-q"]) == 0
    assert time.process_time() - started < 6
    assert capsys.readouterr().out.count("\n@@ ") == 2
