"""Every folder of `problems/` is a mistake of a user, and what `specwright generate` says to it.

The folder is the working directory; what is in `edited/` is put over the first output before a second run. The first
line of `said.txt` is the exit status. To accept new words: `UPDATE_GOLDENS=1 python -m pytest tests/test_problems.py`.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from specwright.cli.main import main

PROBLEMS = Path(__file__).parent / "problems"
CASES = sorted(folder for folder in PROBLEMS.iterdir() if folder.is_dir())


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_told_and_the_disk_stays_as_it_was(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "here"
    shutil.copytree(case, folder, ignore=shutil.ignore_patterns("said.txt", "edited"))
    monkeypatch.chdir(folder)
    if (case / "edited").is_dir():
        assert main(["generate", "--quiet"]) == 0
        shutil.copytree(case / "edited", folder, dirs_exist_ok=True)
    before = files(folder)
    capfd.readouterr()
    status = main(["generate"])
    printed = capfd.readouterr()
    said = re.sub(r"\d+ files?: .*", "... files", f"exit status {status}\n{printed.out}{printed.err}")
    if os.environ.get("UPDATE_GOLDENS"):
        (case / "said.txt").write_text(said, encoding="utf-8", newline="\n")
    assert said == (case / "said.txt").read_text(encoding="utf-8")
    assert "Traceback" not in said
    if status:
        assert files(folder) == before
