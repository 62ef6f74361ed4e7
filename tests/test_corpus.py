"""The documents of `corpus/documents`, each with one feature, taken the way that `make corpus` takes real ones.

Nothing may be missing, every module imports and every type builds, strict type checks find nothing, and the models
carry every valid payload and refuse every broken one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.corpus import typed
from tests.corpus.generate import generated
from tests.corpus.run import REPOSITORY

DOCUMENTS = sorted((Path(__file__).parent / "corpus" / "documents").glob("*.yaml"))
NAMES = [document.stem for document in DOCUMENTS]


@dataclass(frozen=True)
class Outcome:
    """The sources of all packages, and what was found about each."""

    source: Path
    generated: dict[str, Any]
    imported: dict[str, Any]
    faithful: dict[str, Any]


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    root = tmp_path_factory.mktemp("corpus")
    made = {document.stem: generated(document, root / document.stem, document.stem) for document in DOCUMENTS}
    source = root / "src"
    source.mkdir()
    for name in NAMES:
        if (package := root / name / "src" / name).is_dir():
            package.rename(source / name)
    return Outcome(source, made, probed("imported", source), probed("faithful", source))


def probed(stage: str, source: Path) -> dict[str, Any]:
    """What a stage finds in all packages, in one process."""
    result = source.parent / f"{stage}.json"
    packages = sorted(folder.name for folder in source.iterdir() if folder.is_dir())
    command = [sys.executable, "-m", "tests.corpus.probe", stage, *packages, str(result)]
    environment = {**os.environ, "PYTHONPATH": str(source), "CORPUS_PAYLOADS": "20"}
    ended = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    found: dict[str, Any] = json.loads(result.read_text("utf-8"))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_operation_is_generated(outcome: Outcome, name: str) -> None:
    found = outcome.generated[name]
    assert found["status"] == 0, found["problems"]
    accounted = found["operations"]
    assert (accounted["missing"], accounted["invented"]) == ([], [])
    assert accounted.get("emitted", 0) == accounted["counted"]


@pytest.mark.parametrize("name", NAMES)
def test_every_module_imports_and_every_type_builds(outcome: Outcome, name: str) -> None:
    found = outcome.imported[name]
    assert found["faults"] == []
    assert found["modules"] > 10


@pytest.mark.parametrize("name", NAMES)
def test_models_carry_what_is_valid_and_refuse_the_rest(outcome: Outcome, name: str) -> None:
    found = outcome.faithful[name]
    assert found["faults"] == []


def test_payloads_of_both_kinds_are_tried(outcome: Outcome) -> None:
    assert sum(found.get("valid", 0) for found in outcome.faithful.values()) > 20 * len(NAMES)
    assert sum(found.get("invalid", 0) for found in outcome.faithful.values()) > 5 * len(NAMES)


def test_mypy_finds_nothing_in_any_package(outcome: Outcome, tmp_path: Path) -> None:
    packages = sorted(folder.name for folder in outcome.source.iterdir() if folder.is_dir())
    found = typed.mypy(outcome.source, packages, tmp_path / "cache", 600)
    assert found["faults"] == []


def test_the_document_that_has_it_all_is_proved(tmp_path: Path) -> None:
    """Its own tests, which its users have too: every operation through client, wire and stub, and the README."""
    document = DOCUMENTS[0].with_name("nasty.yaml")
    assert generated(document, tmp_path / "nasty", "nasty")["operations"]["missing"] == []
    environment = {**os.environ, "PYTHONPATH": "src", "EXAMPLES": "8"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    folder = tmp_path / "nasty"
    ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout[-3000:]
    assert "proved: 4 of 4 operations" in ended.stdout
