"""`specwright check --against`: what upstream has changed, from a file or from where it publishes its document."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from pathlib import Path

import pytest

from specwright import remote
from specwright.cli.main import main
from specwright.problem import Refusal

SPEC = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get: {operationId: list_pets, responses: {"204": {description: Ok.}}}
  /pets/{id}:
    get:
      operationId: get_pet
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses: {"204": {description: Ok.}}
"""
NEWER = SPEC.replace("  /pets:\n", "  /animals:\n")
TABLE = '[tool.specwright.targets.{0}]\nspec = "pets.yaml"\noutput = "{0}"\npackage = "{0}"\noverlays = ["o.yaml"]\n'
OVERLAY = """\
overlay: 1.0.0
info: {title: O, version: "1"}
actions:
  - {target: $.info, update: {description: Ours.}}
"""

Streams = pytest.CaptureFixture[str]
Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A target and its document, in the working directory."""
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").write_text(TABLE.format("pets"))
    Path("pets.yaml").write_text(SPEC)
    Path("o.yaml").write_text(OVERLAY)
    return tmp_path


@pytest.fixture
def server() -> Iterator[tuple[str, dict[str, Answer]]]:
    """The address of a server on this machine, and what it answers to each path."""
    answers: dict[str, Answer] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answers[self.path.partition("?")[0]](self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    served: HTTPServer = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}", answers
    served.shutdown()
    served.server_close()
    thread.join(5)


def document(text: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        request.wfile.write(text.encode())

    return answer


def leads(target: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(302)
        request.send_header("Location", target)
        request.end_headers()

    return answer


# --- what upstream has changed ----------------------------------------------------------------------------------------


def test_nothing_is_told_of_the_same_document(project: Path, capsys: Streams) -> None:
    Path("upstream.yaml").write_text(f"# Published.\n{SPEC}")
    assert main(["check", "--against", "upstream.yaml"]) == 0
    assert capsys.readouterr().out == ""


def test_what_a_file_changes_is_told_by_the_rules_of_diff(project: Path, capsys: Streams) -> None:
    Path("upstream.yaml").write_text(NEWER)
    assert main(["check", "--against", "upstream.yaml", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    rules = {change["id"]: change for change in told["changes"]}
    assert {"operation-removed", "operation-added"} <= set(rules)
    assert told["bump"] == "major"
    assert rules["operation-removed"]["old"]["file"] == "pets.yaml"
    assert rules["operation-added"]["new"]["file"] == "upstream.yaml"


def test_what_an_overlay_says_is_none_of_upstreams_doing(project: Path, capsys: Streams) -> None:
    removed = "\"$.paths['/pets']\", remove: true"
    Path("o.yaml").write_text(OVERLAY.replace("$.info, update: {description: Ours.}", removed))
    Path("upstream.yaml").write_text(SPEC.replace("list_pets", "list_all_pets"))
    assert main(["check", "--against", "upstream.yaml"]) == 0
    assert capsys.readouterr().out == ""


def test_a_document_is_fetched_only_if_that_is_allowed(
    project: Path, server: tuple[str, dict[str, Answer]], capsys: Streams
) -> None:
    address, answers = server
    asked: list[str] = []

    def noting(request: BaseHTTPRequestHandler) -> None:
        asked.append(request.path)
        document(NEWER)(request)

    answers["/pets.yaml"] = noting
    assert main(["check", "--against", f"{address}/pets.yaml?key=secret"]) == 2
    told = capsys.readouterr()
    assert "error[remote-not-allowed]" in told.err
    assert "--allow-remote" in told.err
    assert "secret" not in told.err
    assert asked == []
    assert main(["check", "--against", f"{address}/pets.yaml?key=secret", "--allow-remote", "--format", "json"]) == 1
    assert asked == ["/pets.yaml?key=secret"]
    out = capsys.readouterr().out
    added = next(change for change in json.loads(out)["changes"] if change["id"] == "operation-added")
    assert added["new"]["file"] == f"{address}/pets.yaml"
    assert "secret" not in out


def test_several_targets_are_not_compared_at_once(project: Path, capsys: Streams) -> None:
    Path("pyproject.toml").write_text(TABLE.format("pets") + TABLE.format("dogs"))
    assert main(["check", "--against", "pets.yaml"]) == 2
    assert "target-unclear" in capsys.readouterr().err
    assert main(["check", "dogs", "--against", "pets.yaml"]) == 0


@pytest.mark.parametrize("name", ["absent.yaml", "o.yaml"])
def test_what_is_no_document_is_refused(project: Path, capsys: Streams, name: str) -> None:
    assert main(["check", "--against", name]) in (1, 2)
    told = capsys.readouterr()
    assert "error[" in told.err
    assert "Traceback" not in told.err


# --- fetching ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/pets.yaml",
        "http://127.0.0.1.example.org/pets.yaml",
        "http://169.254.169.254/latest",
        "http://0.0.0.0/pets.yaml",
        "file:///etc/passwd",
        "ftp://example.org/pets.yaml",
        "data://text/plain,x",
        "https://user:secret@example.org/pets.yaml",
        "https:///pets.yaml",
        "http://[::1/pets.yaml",
    ],
)
def test_an_address_that_is_not_fetched_from_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setattr(remote, "_open", lambda _: pytest.fail("it was asked"))
    with pytest.raises(Refusal) as refused:
        remote.fetch(url)
    [problem] = refused.value.problems
    assert problem.code == "document-unavailable"
    assert "secret" not in problem.message
    assert not refused.value.findings


@pytest.mark.parametrize(
    "url", ["https://example.org/x", "http://localhost:1/x", "http://127.0.0.9/x", "http://[::1]/x"]
)
def test_an_address_that_may_be_asked_is_asked(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    asked: list[str] = []

    def ask(place: str) -> str:
        asked.append(place)
        return "file:///etc/passwd"

    monkeypatch.setattr(remote, "_open", ask)
    with pytest.raises(Refusal):
        remote.fetch(url)
    assert asked == [url]


def test_an_address_outside_never_leads_to_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for inside in ("http://127.0.0.1/x", "https://localhost/x", "//127.0.0.1/x"):
        monkeypatch.setattr(remote, "_open", lambda _, to=inside: to)
        with pytest.raises(Refusal, match="leads to this machine"):
            remote.fetch("https://example.org/x")


def test_an_answer_that_leads_elsewhere_is_followed_a_few_times(server: tuple[str, dict[str, Answer]]) -> None:
    address, answers = server
    answers |= {"/a": leads("/b"), "/b": leads(f"{address}/c"), "/c": document("there"), "/round": leads("/round")}
    assert remote.fetch(f"{address}/a") == b"there"
    with pytest.raises(Refusal, match="leads on and on"):
        remote.fetch(f"{address}/round")


def test_what_is_too_large_or_too_slow_is_not_waited_for(
    server: tuple[str, dict[str, Answer]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, answers = server

    def dripping(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(100):
            try:
                request.wfile.write(b"x")
            except OSError:
                return
            time.sleep(0.05)

    answers |= {"/large": document("x" * 10_000), "/slow": dripping}
    monkeypatch.setattr(remote, "LARGEST", 1000)
    with pytest.raises(Refusal, match="larger than 1000"):
        remote.fetch(f"{address}/large")
    monkeypatch.setattr(remote, "SECONDS", 0.3)
    started = time.monotonic()
    with pytest.raises(Refusal, match="did not arrive"):
        remote.fetch(f"{address}/slow")
    assert time.monotonic() - started < 3


def test_an_answer_without_a_document_is_refused(server: tuple[str, dict[str, Answer]]) -> None:
    address, answers = server
    answers["/absent"] = lambda request: request.send_error(404)
    with pytest.raises(Refusal, match=r"cannot be fetched: .*404"):
        remote.fetch(f"{address}/absent")
    with pytest.raises(Refusal, match="cannot be fetched"):
        remote.fetch("http://127.0.0.1:9/x")
