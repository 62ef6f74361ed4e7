"""The generated tests can fail: each way in which real SDKs have lost payloads is put into a copy, and is found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from runtime.testing.case import Case, ResponseCase
from runtime.testing.oracle import Oracle
from runtime.testing.record import CLOSED_LOOP, WIRE_ORACLE, Ended, Record
from specwright.config import Target
from specwright.pipeline import build

PROJECT = Path(__file__).parent.parent / "generated" / "langsmith-control-plane"
PACKAGE = Path("src/langsmith_control_plane")
GOLDEN = Path(__file__).parent / "golden"
GOLDEN_PACKAGE = Path("src/sdk")


@dataclass(frozen=True)
class Break:
    """A text of the project that becomes another one, and the generated tests that must notice."""

    name: str
    file: str
    old: str
    new: str
    tests: str
    examples: int = 10
    golden: str = ""
    """The folder of the golden document whose SDK is broken; without one it is the committed SDK."""


ROUND = "what_is_given and update_token_label"
PROVED = [
    "several_media_types",
    "multipart_encoding",
    "response_media_types",
    "response_headers",
    "parameter_styles",
    "streamed_responses",
]
"""The golden documents with what the committed SDK has not: their own proofs pass, too."""

UNBROKEN = Break("nothing", "py.typed", "", "", f"{ROUND} or Container or malformed and oauth_callback")

BREAKS = [
    Break(
        "an alias is dropped",
        "models/container.py",
        'Field(alias="volumeMounts")',
        "Field()",
        "test_a_valid_payload and Container",
    ),
    Break(
        "what is omitted is sent as null",
        "_runtime/bodies.py",
        "{name: value for name, value in members.items() if value is not UNSET}",
        "{name: None if value is UNSET else value for name, value in members.items()}",
        "three_states and update_token_label",
    ),
    Break(
        "null is not sent",
        "_runtime/bodies.py",
        "for name, value in members.items() if value is not UNSET}",
        "for name, value in members.items() if value is not UNSET and value is not None}",
        "three_states and update_token_label",
    ),
    Break(
        "unknown keys are lost",
        "_runtime/model.py",
        'extra="allow"',
        'extra="ignore"',
        "unknown_members and get_oauth_provider",
    ),
    Break(
        "a default leaks into a handler",
        "server/auth_service.py",
        "auth_id: str, *, timeout: int | UNSET = UNSET",
        "auth_id: str, *, timeout: int | UNSET = 30",
        "what_is_given and wait_for_auth_completion",
    ),
    Break(
        "one of the clients forgets an argument",
        "resources/listeners.py",
        'await self._client.send(LIST_LISTENERS, {"limit": limit, "offset": offset})',
        'await self._client.send(LIST_LISTENERS, {"limit": limit})',
        "what_is_given and list_listeners",
    ),
    Break(
        "the body of an error is swallowed",
        "_runtime/exchange.py",
        "body = read_error(operation.answers(status), response)",
        "body = None",
        "what_is_raised and update_token_label",
    ),
    Break(
        "a path value is encoded twice",
        "_runtime/styles.py",
        'return quote(text, safe="")',
        'return quote(quote(text, safe=""), safe="")',
        ROUND,
        30,
    ),
    Break(
        "a list is not exploded, by client and server alike",
        "_runtime/parameters.py",
        'self.explode = style == "form" if explode is None else explode',
        "self.explode = False",
        "request_and_its_answer and delete_deployments",
    ),
    Break(
        "an enumeration is closed in answers",
        "_runtime/responses.py",
        'OPEN = {"open": True}',
        "OPEN: dict[str, object] = {}",
        "unknown_members and get_deployment",
        20,
    ),
    Break(
        "the status of a handler is ignored",
        "_runtime/server/answering.py",
        "status = success(operation) if reply.status is None else reply.status",
        "status = success(operation)",
        "what_is_raised and update_token_label",
    ),
    Break(
        "the server takes any JSON",
        "_runtime/server/intake.py",
        "value = body.adapter.validate_json(content)",
        "value = parsed_json(content)",
        "reaches_no_handler and update_oauth_provider",
        50,
    ),
    Break(
        "NaN is taken for JSON",
        "_runtime/responses.py",
        "        refuse_constants(content)\n",
        "",
        "malformed and oauth_callback",
        100,
    ),
    Break(
        "the client sends another media type than it is asked for",
        "_runtime/bodies.py",
        "asked = media.best(content_type, [body.media_type for body in bodies])",
        "asked = media.best(content_type, [])",
        "request_and_its_answer and add_note",
        golden="several_media_types",
    ),
    Break(
        "the server reads every body as the first media type",
        "_runtime/server/intake.py",
        "body = bodies[found]",
        "body = bodies[0]",
        "what_is_given and change_notes",
        golden="several_media_types",
    ),
    Break(
        "an optional body cannot be left out",
        "resources/default.py",
        "body: models.Note | models.NoteDict | UNSET = UNSET",
        "body: models.Note | models.NoteDict",
        "what_is_given and replace_notes",
        golden="several_media_types",
    ),
    Break(
        "a handler's octets are not what the client was told to expect",
        "_runtime/media.py",
        """    if subtype == "*" and kind in ("*", "application"):""",
        """    if subtype == "*":""",
        "what_is_given and set_picture",
        golden="response_media_types",
    ),
    Break(
        "a number in a text is left a text",
        "_runtime/responses.py",
        "return self.structured or named",
        "return named",
        "what_is_given and count",
        golden="response_media_types",
    ),
    Break(
        "the server forgets the headers of an answer",
        "_runtime/server/answering.py",
        "reply.headers, operation.answer_headers(status))",
        "{}, ())",
        "what_is_given and add_page",
        golden="response_headers",
    ),
    Break(
        "the client does not part a list in a header of an answer",
        "_runtime/parse.py",
        'items = [item.strip(" \\t") for item in text.split(",")]',
        "items = [text]",
        "what_is_given and list_pages",
        50,
        golden="response_headers",
    ),
    Break(
        "JSON in a parameter is written in its style, and read so",
        "resources/default.py",
        'Query("filter", lambda: models.Filter, media_type="application/json")',
        'Query("filter", lambda: models.Filter, style="deepObject")',
        "what_is_given and styled",
        50,
        golden="parameter_styles",
    ),
    Break(
        "a style of a form is ignored, by client and server alike",
        "_runtime/bodies.py",
        "self.encodings = encodings",
        "self.encodings = NO_ENCODINGS",
        "request_and_its_answer and add_card",
        golden="multipart_encoding",
    ),
    Break(
        "a part has not the media type that is declared",
        "_runtime/forms.py",
        "declared = media.concrete(encoding.media_type",
        "declared = media.concrete(str()",
        "request_and_its_answer and add_file",
        golden="multipart_encoding",
    ),
    Break(
        "the server loses the names of files",
        "_runtime/multipart.py",
        "return Upload(self.content, self.file_name,",
        "return Upload(self.content, self.name,",
        "what_is_given and add_file",
        golden="multipart_encoding",
    ),
    Break(
        "the server loses the headers of a part",
        "_runtime/multipart.py",
        "if name not in DESCRIBED}",
        "if name in DESCRIBED}",
        "what_is_given and add_mixed",
        50,
        golden="multipart_encoding",
    ),
    Break(
        "the octets of a file are taken for text",
        "_runtime/files.py",
        "return content.encode() if isinstance(content, str) else content",
        'return content.encode() if isinstance(content, str) else content.decode(errors="replace").encode()',
        "what_is_given and add_mixed",
        50,
        golden="multipart_encoding",
    ),
    Break(
        "the server waits for the last piece of a stream before it sends the first",
        "_runtime/server/streaming.py",
        "async for chunk in self.produced():",
        "for chunk in [piece async for piece in self.produced()]:",
        "a_stream_arrives and download",
        golden="streamed_responses",
    ),
    Break(
        "the client reads a stream before it hands it over",
        "_runtime/client.py",
        "stream=stream, follow_redirects=False",
        "stream=False, follow_redirects=False",
        "a_stream_arrives and watch",
        golden="streamed_responses",
    ),
    Break(
        "the pieces of a text are encoded one by one",
        "_runtime/server/streaming.py",
        "return self.encoder.encode(chunk) if",
        'return chunk.encode("utf-16") if',
        "a_stream_arrives and tail",
        golden="streamed_responses",
    ),
]


def run(project: Path, tests: str, examples: int) -> subprocess.CompletedProcess[str]:
    """Run the tests of a project without other plugins, and with the tables of characters that others made before."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "--tb=no", "-p", "no:cacheprovider", "-k", tests]
    environment = {
        **os.environ,
        "EXAMPLES": str(examples),
        "HYPOTHESIS_STORAGE_DIRECTORY": str(project.parent.parent / "hypothesis"),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def goldens(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The projects that can be broken: the committed one, and those of golden documents, by the name of the folder."""
    root = tmp_path_factory.mktemp("goldens")
    for name in PROVED:
        folder = GOLDEN / name
        for path, text in build(Target(name, "spec.yaml", (), "expected", "sdk", None, None, (), folder)).tree.items():
            (root / name / path).parent.mkdir(parents=True, exist_ok=True)
            (root / name / path).write_text(text, "utf-8")
    return {"": PROJECT, **{name: root / name for name in PROVED}}


@pytest.fixture(scope="module")
def outcomes(
    goldens: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, subprocess.CompletedProcess[str]]:
    """What becomes of the copies, by the name of the break: two at a time, or it would take a minute."""

    def outcome(broken: Break) -> subprocess.CompletedProcess[str]:
        project = tmp_path_factory.mktemp("broken") / "sdk"
        shutil.copytree(goldens[broken.golden], project)  # its compiled modules too: they stay valid, and save time
        file = project / (GOLDEN_PACKAGE if broken.golden else PACKAGE) / broken.file
        text = file.read_text("utf-8")
        assert broken.old in text, f"{broken.file} does not say {broken.old!r} any more"
        file.write_text(text.replace(broken.old, broken.new), "utf-8")
        return run(project, broken.tests, broken.examples)

    with ThreadPoolExecutor(2) as pool:
        return dict(
            zip([each.name for each in (UNBROKEN, *BREAKS)], pool.map(outcome, (UNBROKEN, *BREAKS)), strict=True)
        )


@pytest.mark.parametrize("name", [broken.name for broken in BREAKS])
def test_a_break_is_found(name: str, outcomes: dict[str, subprocess.CompletedProcess[str]]) -> None:
    found = outcomes[name]
    assert found.returncode == pytest.ExitCode.TESTS_FAILED, found.stdout + found.stderr
    assert "1 failed" in found.stdout


def test_what_is_not_broken_passes(outcomes: dict[str, subprocess.CompletedProcess[str]]) -> None:
    found = outcomes[UNBROKEN.name]
    assert found.returncode == pytest.ExitCode.OK, found.stdout + found.stderr


@pytest.mark.parametrize("name", PROVED)
def test_the_proof_of_a_golden_document_passes(name: str, goldens: dict[str, Path]) -> None:
    found = run(goldens[name], "", 5)
    assert found.returncode == pytest.ExitCode.OK, found.stdout + found.stderr
    assert "waived" not in found.stdout and "NOT PROVED" not in found.stdout


def test_an_operation_without_examples_is_not_proved() -> None:
    case = Case("pets", "get_pet", "GET", "/pets/{id}", responses=(ResponseCase("204"), ResponseCase("100")))
    record = Record(Oracle({}), (case,))
    record.count(case, CLOSED_LOOP)
    assert dict(record.unproved([case])) == {"operation pets.get_pet": "not exercised: wire-oracle"}
    record.count(case, WIRE_ORACLE)
    assert not dict(record.unproved([case]))
    record.end(Ended(case, CLOSED_LOOP, "test_it", "failed", 0.1))
    assert dict(record.unproved([case])) == {"operation pets.get_pet": "failed: operation-closed-loop (test_it)"}
    lines = list(record.report([case], [], {"GET /old": "it is gone"}, whole=True))
    assert "waived: GET /old: it is gone" in lines
    assert any(line.startswith("waived: pets.get_pet: 100") for line in lines)
    assert lines[-1].startswith("proved: 0 of 2 operations, 0 of 0 schemas, 2 examples")
