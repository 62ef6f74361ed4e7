"""The linters and strict type checkers find nothing: in the tool, in the runtime, and in what is generated."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
GENERATED = "generated/langsmith-control-plane/src"

CALLS = """
from uuid import UUID

from langsmith_control_plane import UNSET, Client, models

client = Client()
right: models.Deployment = client.deployments.patch_deployment(
    UUID(int=0),
    source_config={"resource_spec": {"cpu": 0.5, "volumes": [{"name": "a", "emptyDir": None}]}},
    source_revision_config=models.SourceRevisionConfigRequest(repo_ref="main"),
    secrets=None,
    secret_references=UNSET,
)
client.deployments.patch_deployment(UUID(int=0), source_revision_config={"repo_rev": "main"})
client.deployments.patch_deployment(UUID(int=0), source_config={"resource_spec": {"cpu": "much"}})
client.deployments.patch_deployment(UUID(int=0), revision_source="gitlab")
client.deployments.patch_deployment(UUID(int=0), nothing=1)
client.deployments.list_deployments(10)
with client.with_streaming_response(client.deployments.get_deployment, UUID(int=0)) as stream:
    parsed: models.Deployment = stream.parse()
with client.with_streaming_response(client.deployments.get_deployment, 5) as stream:
    wrong: models.Revision = stream.parse()
"""
WRONG_LINES = {14, 15, 16, 17, 18, 21, 22}


def run(*command: str, cwd: Path = REPOSITORY) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "generator", "templates/runtime", "tests"],
        ["mypy", "generator", "templates/runtime", GENERATED],
        ["pyright", "--pythonpath", sys.executable],
    ],
    ids=" ".join,
)
def test_a_checker_finds_nothing(command: list[str]) -> None:
    found = run(*command)
    assert found.returncode == 0, found.stdout + found.stderr


def test_no_check_is_silenced() -> None:
    for folder in ("generator", "templates/runtime", GENERATED):
        for path in (REPOSITORY / folder).rglob("*.py"):
            assert "type: ignore" not in (text := path.read_text()), path
            assert "pyright:" not in text, path


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_wrong_arguments_of_a_call_are_seen_by(checker: str, tmp_path: Path) -> None:
    """Nested dicts are checked too: a wrong name, a wrong value, an unknown member of an enumeration."""
    (tmp_path / "calls.py").write_text(CALLS)
    source = str(REPOSITORY / GENERATED)
    if checker == "mypy":
        (tmp_path / "mypy.ini").write_text(f"[mypy]\nstrict = true\nmypy_path = {source}\n")
        printed = run("mypy", "--output=json", "calls.py", cwd=tmp_path).stdout
        lines = {found["line"] for found in map(json.loads, printed.splitlines()) if found["severity"] == "error"}
    else:
        settings = {"typeCheckingMode": "strict", "extraPaths": [source], "include": ["calls.py"]}
        (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
        printed = run("pyright", "--outputjson", "--pythonpath", sys.executable, cwd=tmp_path).stdout
        found = json.loads(printed)["generalDiagnostics"]
        lines = {each["range"]["start"]["line"] + 1 for each in found if each["severity"] == "error"}
    assert lines == WRONG_LINES, printed
