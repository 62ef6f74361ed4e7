"""What is ready to use in other repositories: the pre-commit hooks, and the GitHub Action, run for real."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from specwright.cli.main import main

REPOSITORY = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
SPEC = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get: {operationId: list_pets, summary: List pets, responses: {"204": {description: Ok.}}}
"""
TABLE = '[tool.specwright.targets.pets]\nspec = "pets.yaml"\noutput = "sdk"\npackage = "pets"\n'


def git(*arguments: str, folder: Path) -> str:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, env=surroundings(folder))
    return done.stdout.strip()


def surroundings(folder: Path, **more: str) -> dict[str, str]:
    """An environment that nothing of the machine's, and of a hook that runs us, gets into."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "GITHUB_"))}
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    cache = {"PRE_COMMIT_HOME": str(folder.parent / "pre-commit-cache"), "GIT_CONFIG_GLOBAL": os.devnull}
    return {**kept, **cache, "PATH": path, **more}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a target and its output, all committed."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "pets.yaml").write_text(SPEC)
    (folder / "pyproject.toml").write_text(TABLE)
    monkeypatch.chdir(folder)
    assert main(["generate", "-q"]) == 0
    git("init", "-q", folder=folder)
    git("add", "-A", folder=folder)
    git("commit", "-qm", "All", folder=folder)
    return folder


# --- pre-commit -------------------------------------------------------------------------------------------------------


def hooked(project: Path, hook: str) -> subprocess.CompletedProcess[str]:
    """Run a hook of ours by pre-commit, with the specwright that is being tested."""
    ours = project.parent / "specwright"
    ours.mkdir()
    shutil.copy(REPOSITORY / ".pre-commit-hooks.yaml", ours)
    git("init", "-q", folder=ours)
    git("add", "-A", folder=ours)
    git("commit", "-qm", "Hooks", folder=ours)
    repo = {"repo": str(ours), "rev": git("rev-parse", "HEAD", folder=ours)}
    config = {"repos": [{**repo, "hooks": [{"id": hook, "language": "system"}]}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    git("add", "-A", folder=project)
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"]
    return subprocess.run(
        command, cwd=project, capture_output=True, text=True, check=False, timeout=120, env=surroundings(project)
    )


def test_the_hook_passes_what_is_in_step(project: Path) -> None:
    done = hooked(project, "specwright-check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "all as they would be generated" in done.stdout


def test_the_hook_stops_drift(project: Path) -> None:
    (project / "pets.yaml").write_text(SPEC.replace("List pets", "List all pets"))
    done = hooked(project, "specwright-check")
    assert done.returncode == 1
    assert "the document changed" in done.stdout


def test_the_other_hook_generates_again_and_leaves_it_to_be_staged(project: Path) -> None:
    (project / "pets.yaml").write_text(SPEC.replace("List pets", "List all pets"))
    done = hooked(project, "specwright-generate")
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stdout
    assert main(["check"]) == 0


# --- the action -------------------------------------------------------------------------------------------------------


def acted(project: Path, **inputs: str) -> tuple[int, str, str]:
    """The exit status, the annotations and the summary of the steps of the action that are scripts, in their order.

    In place of the pip that would fetch packages there is a `python` that notes what it is told.
    """
    action: dict[str, Any] = yaml.safe_load((REPOSITORY / "action.yml").read_text())
    given = {name: inputs.get(name.replace("-", "_"), told["default"]) for name, told in action["inputs"].items()}
    shims, summary, status, out = project.parent / "shims", project.parent / "summary.md", 0, ""
    shims.mkdir()
    (shims / "python").write_text(f'#!/bin/sh\necho "$@" >> {project.parent / "installed"}\n')
    (shims / "python").chmod(0o755)
    for step in (step for step in action["runs"]["steps"] if "run" in step):
        assert "${{" not in step["run"], "an input is no part of a script"
        variables = {name: filled(value, given) for name, value in step.get("env", {}).items()}
        environment = surroundings(
            project, GITHUB_ACTION_PATH=str(REPOSITORY), GITHUB_STEP_SUMMARY=str(summary), **variables
        )
        environment["PATH"] = f"{shims}{os.pathsep}{environment['PATH']}"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=project / filled(step.get("working-directory", "."), given),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env=environment,
        )
        status, out = done.returncode, out + done.stdout
        if status:
            break
    assert (project.parent / "installed").read_text().split()[-1] == str(REPOSITORY)
    return status, out, summary.read_text()


def filled(text: str, inputs: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: inputs[match[1]], text)


def test_the_action_passes_what_is_in_step(project: Path) -> None:
    (project / "below").mkdir()
    status, out, summary = acted(project, working_directory="below")
    assert (status, out) == (0, "")
    assert re.fullmatch(r"### pets: \d+ files, all as they would be generated\n", summary)


def test_the_action_annotates_drift_and_shows_it_on_the_page(project: Path) -> None:
    (project / "pets.yaml").write_text(SPEC.replace("List pets", "List all pets"))
    status, out, summary = acted(project, arguments="pets")
    assert status == 1
    assert "::error file=sdk/src/pets/resources/default.py,line=" in out
    assert "::error file=pets.yaml,title=spec-changed::" in out
    assert '-        """List pets' in summary
    assert '+        """List all pets' in summary


def test_the_action_tells_what_a_change_of_the_document_does(project: Path) -> None:
    (project / "pets.yaml").write_text(SPEC.replace("/pets:", "/animals:"))
    status, out, summary = acted(project, command="diff", arguments="HEAD:pets.yaml pets.yaml")
    assert status == 1
    assert "title=operation-removed::" in out
    assert "GET /pets" in summary


def test_arguments_are_words_and_nothing_more(project: Path) -> None:
    status, out, _ = acted(project, arguments="* $(touch hacked) ; touch hacked")
    assert status == 2
    assert out == ""
    assert not (project / "hacked").exists()
