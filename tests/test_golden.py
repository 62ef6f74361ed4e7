"""Every folder of `golden/` is a document with one feature, and the files that it generates.

`expected/` leaves out what is the same for every API: the runtime, and the document itself. To accept new output run
`UPDATE_GOLDENS=1 python -m pytest tests/test_golden.py` and read the difference.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from specwright.config import Target
from specwright.pipeline import build

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(folder for folder in GOLDEN.iterdir() if (folder / "spec.yaml").is_file())


def target(folder: Path, package: str = "sdk") -> Target:
    return Target(folder.name, "spec.yaml", (), "expected", package, None, None, (), folder)


def telling(path: str) -> bool:
    """Whether a file differs from API to API, and so is worth a golden."""
    return "/_runtime/" not in path and not path.endswith("/openapi.json") and path != "specwright.json"


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_the_output_is_the_golden_one(folder: Path) -> None:
    tree = build(target(folder)).tree
    wanted = {path: text for path, text in tree.items() if telling(path)}
    expected = folder / "expected"
    if os.environ.get("UPDATE_GOLDENS"):
        shutil.rmtree(expected, ignore_errors=True)
        for path, text in wanted.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_text(text, encoding="utf-8", newline="\n")
    found = {
        path.relative_to(expected).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(expected.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert found == wanted
