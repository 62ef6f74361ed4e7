"""From a page to a proved operation: what is scaffolded is valid, is generated, and its property tests pass."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specwright.cli.main import main

PAGES = Path(__file__).parent / "scaffold" / "pages"
SPEC = "openapi: 3.1.0\ninfo:\n  title: Kettles\n  version: '1'\npaths: {}\n"
TARGET = '[tool.specwright.targets.kettles]\nspec = "spec.yaml"\noutput = "generated/kettles"\npackage = "kettles"\n'


def test_pages_become_operations_that_pass_their_proof(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("spec.yaml").write_text(SPEC)
    Path("pyproject.toml").write_text(TARGET)
    for page, more in (("rendered.md", []), ("plain.md", []), ("flat.txt", ["--merge"])):
        assert main(["scaffold", "--into", "spec.yaml", "--page", str(PAGES / page), "--write", "-q", *more]) == 0
    assert main(["validate", "spec.yaml"]) == 0
    assert main(["generate", "-q"]) == 0
    assert main(["verify", "--examples", "5", "--format", "json"]) == 0, capfd.readouterr().err
    ledger = json.loads(Path("generated/kettles/ledger.json").read_text())
    assert ledger
    manifest = json.loads(Path("generated/kettles/specwright.json").read_text())
    assert [row["name"] for row in manifest["operations"]] == ["default.change_a_kettle", "default.create_a_teapot"]
    assert all(row["status"] == "emitted" for row in manifest["operations"])
