"""The output depends on the input alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
SPEC = REPOSITORY / "spec"


def generated(folder: Path, hash_seed: str) -> dict[str, str]:
    """The digests of what a fresh process generates in a folder that holds the configuration and the documents."""
    folder.mkdir(parents=True)
    shutil.copytree(SPEC, folder / "spec")
    shutil.copy(REPOSITORY / "pyproject.toml", folder)
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-m", "specwright", "generate", "--quiet"]
    subprocess.run(command, cwd=folder, env=environment, check=True)
    output = folder / "generated"
    return {
        path.relative_to(output).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def test_two_hash_seeds_and_two_folders_give_the_same_bytes(tmp_path: Path) -> None:
    first = generated(tmp_path / "one", "1")
    second = generated(tmp_path / "elsewhere" / "deeper", "4242")
    assert first == second
    assert len(first) > 50


def test_what_is_committed_is_what_the_document_generates() -> None:
    command = [sys.executable, "-m", "specwright", "check"]
    found = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
