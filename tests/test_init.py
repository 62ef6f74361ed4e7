"""`specwright init`: what a repository needs is shown, written if that is wanted, and never over something else."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from specwright.cli.adoption.automation import HOOKS, WORKFLOW, automation
from specwright.cli.adoption.project_file import PYPROJECT, Adopted, project_file
from specwright.cli.adoption.proposal import ByHand, Write
from specwright.cli.main import main
from specwright.config import read_config

SPEC = """\
openapi: 3.1.0
info: {title: "Pet Store", version: "1"}
paths:
  /pets:
    get: {operationId: list_pets, summary: List pets, responses: {"204": {description: Ok.}}}
"""
TARGET = Adopted("pet-store", "api/pets.yaml", "generated/pet-store", "pet_store")
TABLE = """\
[tool.specwright.targets.pet-store]
spec = "api/pets.yaml"
output = "generated/pet-store"
package = "pet_store"
"""

Streams = pytest.CaptureFixture[str]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a document, as the working directory."""
    monkeypatch.chdir(tmp_path)
    Path(".git").mkdir()
    Path("api").mkdir()
    Path("api/pets.yaml").write_text(SPEC)
    return tmp_path


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


# --- the command ------------------------------------------------------------------------------------------------------


def test_it_shows_what_it_would_write_and_writes_nothing(repository: Path, capsys: Streams) -> None:
    assert main(["init"]) == 0
    told = capsys.readouterr()
    assert "+++ b/pyproject.toml" in told.out
    assert "\n+".join(["", *TABLE.splitlines()]) in told.out
    assert "nothing is written" in told.err
    assert files(repository) == {"api/pets.yaml"}


@pytest.mark.parametrize("option", ["--write", "--yes", "-y"])
def test_what_is_written_works_and_is_not_written_twice(repository: Path, capsys: Streams, option: str) -> None:
    assert main(["init", option]) == 0
    assert files(repository) == {"api/pets.yaml", PYPROJECT, HOOKS, WORKFLOW}
    assert "3 files written" in capsys.readouterr().err
    assert main(["generate", "-q"]) == 0
    assert main(["check", "-q"]) == 0
    assert Path("generated/pet-store/src/pet_store").is_dir()
    capsys.readouterr()
    assert main(["init", option]) == 0
    assert capsys.readouterr() == ("the repository has all that is needed\n", "")


@pytest.mark.parametrize(("answer", "written"), [("y", True), ("Yes", True), ("", False), ("n", False)])
def test_at_a_terminal_it_asks(repository: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: bool) -> None:
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert main(["init"]) == 0
    assert Path(WORKFLOW).exists() is written


def test_what_was_generated_is_no_document_of_the_repository(repository: Path) -> None:
    assert main(["generate", "api/pets.yaml", "-o", "sdk", "--package", "pets", "-q"]) == 0
    assert main(["init", "--write"]) == 0


def test_no_answer_at_a_terminal_is_a_no(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert main(["init"]) == 0
    assert not Path(WORKFLOW).exists()


def test_a_configured_repository_gets_the_rest(repository: Path) -> None:
    table = TABLE.replace("generated/pet-store", "sdk")
    Path(PYPROJECT).write_text(f"{table}[tool.black]\nline-length = 100\n")
    assert main(["init", "--write"]) == 0
    assert Path(PYPROJECT).read_text() == f'{table}[tool.black]\nextend-exclude = "^/(sdk)/"\nline-length = 100\n'
    assert Path(HOOKS).exists()
    Path("api/other.json").write_text('{\n  "openapi": "3.1.0", "info": {"title": "Others"}\n}')
    assert main(["init", "api/other.json", "--write"]) == 0
    assert [target.name for target in read_config(repository)] == ["pet-store", "others"]


def test_line_ends_stay_what_they_are(repository: Path) -> None:
    Path(PYPROJECT).write_bytes(b"[tool.black]\r\nline-length = 100\r\n")
    assert main(["init", "--write"]) == 0
    written = Path(PYPROJECT).read_bytes()
    assert written.count(b"\r\n") == written.count(b"\n") == 8


@pytest.mark.parametrize(
    ("spoil", "argv", "code"),
    [
        (lambda: Path("api/pets.yaml").unlink(), [], "document-unclear"),
        (lambda: Path("other.yml").write_text(SPEC), [], "document-unclear"),
        (lambda: Path("api/pets.yaml").write_text("openapi: ["), [], "syntax-error"),
        (lambda: None, ["absent.yaml"], "file-missing"),
        (lambda: Path("../other.yml").write_text(SPEC), ["../other.yml"], "document-outside"),
        (lambda: Path(PYPROJECT).write_text("["), [], "config-invalid"),
        (lambda: Path(PYPROJECT).write_text("[tool.specwright]\nx = 1\n"), [], "config-key-unknown"),
        (lambda: os.symlink("../elsewhere", PYPROJECT), [], "file-linked"),
        (lambda: os.symlink("..", ".github"), [], "file-linked"),
        (lambda: os.chdir("api"), [], "not-at-top"),
    ],
)
def test_what_it_cannot_tell_is_refused(
    repository: Path, capsys: Streams, spoil: Callable[[], object], argv: list[str], code: str
) -> None:
    spoil()
    before = files(repository)
    assert main(["init", "--write", *argv]) in (1, 2)
    told = capsys.readouterr()
    assert f"error[{code}]" in told.err
    assert "Traceback" not in told.err
    assert files(repository) == before


def test_formatters_leave_alone_what_is_generated(repository: Path) -> None:
    Path(PYPROJECT).write_text("[tool.black]\nline-length = 80\n\n[tool.ruff.lint]\nselect = ['I']\n")
    assert main(["init", "--write"]) == 0
    assert main(["generate", "-q"]) == 0
    Path("mine.py").write_text("x = {  'a':1 }\n")
    for command in (["black", "-q", "."], ["ruff", "format", "-q", "."], ["ruff", "check", "-q", "--fix", "."]):
        subprocess.run([sys.executable, "-m", *command], check=True, timeout=60)
    assert Path("mine.py").read_text() == 'x = {"a": 1}\n'
    assert main(["check", "-q"]) == 0


def test_the_workflow_finds_drift(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert main(["init", "--write"]) == 0
    assert main(["generate", "-q"]) == 0
    assert workflow(tmp_path_factory) == [0, 0, 0]
    Path("api/pets.yaml").write_text(SPEC.replace("List pets", "List all pets"))
    assert workflow(tmp_path_factory) == [0, 1, 0]
    assert '+        """List all pets' in Path("summary.md").read_text()


def workflow(folders: pytest.TempPathFactory) -> list[int]:
    """The exit statuses of the scripts of the workflow that was written; no `python` installs anything."""
    steps: list[dict[str, Any]] = yaml.safe_load(Path(WORKFLOW).read_text())["jobs"]["check"]["steps"]
    shims = folders.mktemp("shims")
    (shims / "python").write_text("#!/bin/sh\n")
    (shims / "python").chmod(0o755)
    path = os.pathsep.join([str(shims), str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "GITHUB_STEP_SUMMARY": "summary.md"}
    scripts = [step["run"] for step in steps if "run" in step]
    return [
        subprocess.run(["bash", "-ec", script], env=environment, capture_output=True, check=False).returncode
        for script in scripts
    ]


# --- what is added to files that are there ----------------------------------------------------------------------------

EXCLUDED = {
    "black": 'extend-exclude = "^/(generated/pet\\\\-store)/"',
    "ruff": 'extend-exclude = ["generated/pet-store"]',
}


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("[tool.black]\nline-length = 80\n", f"[tool.black]\n{EXCLUDED['black']}\nline-length = 80\n"),
        ("[tool.ruff] # ours\nsrc = []\n", f"[tool.ruff] # ours\n{EXCLUDED['ruff']}\nsrc = []\n"),
        ("[tool.ruff.lint]\nselect = []\n", f"[tool.ruff.lint]\nselect = []\n\n[tool.ruff]\n{EXCLUDED['ruff']}\n"),
        ("[tool.isort]\n", '[tool.isort]\nextend_skip = ["generated/pet-store"]\n'),
        ("[tool]\nblack.line-length = 80", None),
        ("[tool.ruff]\nextend-exclude = ['old']\n", None),
        ("tool = {black = {}}\n", None),
    ],
)
def test_a_formatter_is_kept_off_or_told_to_be(text: str, added: str | None) -> None:
    [proposal] = project_file({PYPROJECT: text}, None, ["generated/pet-store"])
    if added is None:
        assert isinstance(proposal, ByHand)
        assert "would format what is generated" in proposal.reason
    else:
        assert proposal == Write(PYPROJECT, text, added)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[project]\nname = 'x'\n",
        "[tool.black]\nextend-exclude = '^/generated/'\n",
        "[tool.black]\nextend-exclude = '^/generated/pet\\-store/'\n",
        "[tool.ruff]\nextend-exclude = ['generated', 'other']\n",
    ],
)
def test_what_needs_nothing_is_left_alone(text: str) -> None:
    assert list(project_file({PYPROJECT: text}, None, ["generated/pet-store"])) == []


def test_a_folder_of_a_similar_name_excludes_nothing() -> None:
    text = "[tool.ruff]\nextend-exclude = ['generated-by-others']\n"
    assert [type(each) for each in project_file({PYPROJECT: text}, None, ["generated/pet-store"])] == [ByHand]


def test_a_file_of_ruffs_own_is_told_too() -> None:
    text = "line-length = 80\n[lint]\nselect = []\n"
    [proposal] = project_file({"ruff.toml": text}, None, ["generated/pet-store"])
    assert proposal == Write("ruff.toml", text, f"{EXCLUDED['ruff']}\n{text}")


@pytest.mark.parametrize(
    "text", ["tool = {}\n", "[tool.specwright.targets]\npet-store = {spec = 'x'}\n", "[tool]\nspecwright = 1\n"]
)
def test_a_table_that_cannot_be_added_is_told_to_be(text: str) -> None:
    assert list(project_file({PYPROJECT: text}, TARGET, ["generated/pet-store"])) == [
        ByHand(PYPROJECT, "the table cannot be added, or there is one of its name", TABLE)
    ]


KEYS = st.sampled_from(["project", "tool.black", "tool.ruff", "tool.ruff.lint", "tool.isort", "tool.specwright"])
LINES = st.sampled_from(
    ["name = 'x'", "extend-exclude = 'x'", "extend_skip = ['generated']", "# note", "line-length = 3"]
)


@settings(derandomize=True, database=None)
@given(st.dictionaries(KEYS, st.lists(LINES, unique=True, max_size=2)), st.booleans())
def test_nothing_that_a_file_said_is_lost(tables: dict[str, list[str]], ended: bool) -> None:
    text = "\n".join("\n".join([f"[{key}]", *lines]) for key, lines in tables.items()) + "\n" * ended
    for proposal in project_file({PYPROJECT: text}, TARGET, ["generated/pet-store"]):
        if isinstance(proposal, Write):
            inside(tomllib.loads(text), tomllib.loads(proposal.new))
            assert all(line in proposal.new.splitlines() for line in text.splitlines())


def inside(small: dict[str, Any], large: dict[str, Any]) -> None:
    for key, value in small.items():
        if isinstance(value, dict):
            inside(value, large[key])
        else:
            assert large[key] == value


# --- the workflow and the hook ----------------------------------------------------------------------------------------

OURS = "- repo: local\n  hooks:\n    - id: specwright-check\n"


def test_a_hook_is_added_to_those_that_there_are() -> None:
    for indent in ("", "  "):
        rows = ("- repo: https://example.org/x", "  rev: v1", "  hooks: [{id: x}]")
        old = "fail_fast: true\nrepos: # all\n" + "".join(f"{indent}{row}\n" for row in rows)
        hook = next(each for each in automation({HOOKS: old, WORKFLOW: "specwright check"}, "1.2"))
        assert isinstance(hook, Write)
        assert hook.new.startswith(old)
        repos = yaml.safe_load(hook.new)["repos"]
        assert [repo["repo"] for repo in repos] == ["https://example.org/x", "local"]
        assert repos[1]["hooks"][0]["additional_dependencies"] == ["specwright==1.2"]


@pytest.mark.parametrize(
    "old", ["repos: [{repo: local, hooks: []}]\n", "repos:\n- repo: x\nci: {}\n", "[", "", "a: 1\n"]
)
def test_a_hook_that_cannot_be_added_is_told_to_be(old: str) -> None:
    [hook] = automation({HOOKS: old, WORKFLOW: "specwright check"}, "1.2")
    assert isinstance(hook, ByHand)
    assert hook.text.startswith(OURS)


def test_what_is_there_already_is_not_touched() -> None:
    [workflow] = automation({HOOKS: "repos: [specwright]", WORKFLOW: "name: mine\n"}, "")
    assert isinstance(workflow, ByHand)
    assert 'pip install "specwright"' in workflow.text
    assert list(automation({HOOKS: "repos: [specwright]", WORKFLOW: "run: specwright check\n"}, "")) == []
