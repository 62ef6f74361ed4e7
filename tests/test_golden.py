"""Every folder of `golden/` is a document with one feature, and the files that it generates.

Beside `spec.yaml` there may be further files that it refers to, and a `usage.py`, which type checkers read.
`expected/` leaves out the runtime and the tests, which are the same for every API, and the document itself. To accept
new output run `UPDATE_GOLDENS=1 python -m pytest tests/test_golden.py` and read the difference.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from tests.built import build

from specwright.config import Target

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(folder for folder in GOLDEN.iterdir() if (folder / "spec.yaml").is_file())


def target(folder: Path, package: str = "sdk") -> Target:
    return Target(folder.name, "spec.yaml", (), "expected", package, None, None, (), folder)


def telling(path: str) -> bool:
    """Whether a file differs from API to API, and so is worth a golden."""
    same = path.startswith("tests/") or "/_runtime/" in path
    return not same and not path.endswith("/openapi.json") and path != "specwright.json"


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_the_output_is_the_golden_one(folder: Path) -> None:
    tree = build(target(folder)).files
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


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sources of every golden project, runtime included, under package names of their own.

    What users may write with a package lies beside it.
    """
    root = tmp_path_factory.mktemp("golden")
    for folder in CASES:
        for path, text in build(target(folder, folder.name)).files.items():
            if path.startswith("src/"):
                file = root / path.removeprefix("src/")
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
        if (folder / "usage.py").is_file():
            shutil.copy(folder / "usage.py", root / f"usage_{folder.name}.py")
    return root


@pytest.mark.parametrize(
    "checker", [["mypy", "--strict", "."], ["pyright", "--pythonpath", sys.executable]], ids=lambda c: c[0]
)
def test_strict_type_checkers_find_nothing(projects: Path, checker: list[str]) -> None:
    settings: dict[str, object] = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "include": ["."]}
    settings["exclude"] = [f"{folder.name}/_runtime" for folder in CASES[1:]]
    (projects / "pyrightconfig.json").write_text(json.dumps(settings))
    found = subprocess.run([sys.executable, "-m", *checker], cwd=projects, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_every_module_imports_and_every_model_builds(projects: Path) -> None:
    program = """
import importlib, pkgutil, sys
from pydantic import BaseModel
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        importlib.import_module(module.name)
    models = importlib.import_module(name + ".models")
    for model in (getattr(models, each) for each in dir(models)):
        if isinstance(model, type) and issubclass(model, BaseModel):
            model.model_rebuild()
    print(name)
"""
    names = [folder.name for folder in CASES]
    found = subprocess.run(
        [sys.executable, "-c", program, *names], cwd=projects, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stderr
    assert found.stdout.split() == names


def test_adding_a_schema_and_an_operation_renames_nothing(tmp_path: Path) -> None:
    """For every golden document: what was generated before is still there, under the same names."""
    for folder in CASES:
        before = build(target(folder)).files
        document = yaml.safe_load((folder / "spec.yaml").read_text())
        document["paths"]["/added"] = {
            "post": {
                "operationId": "addedOperation",
                "tags": ["added"],
                "requestBody": {"content": {"application/json": {"schema": INLINE}}},
                "responses": {"200": {"description": "Ok.", "content": {"application/json": {"schema": INLINE}}}},
            }
        }
        document.setdefault("components", {}).setdefault("schemas", {})["AAdded"] = INLINE
        copy = tmp_path / folder.name
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("expected"))
        (copy / "spec.yaml").write_text(yaml.safe_dump(document, sort_keys=False))
        after = build(replace(target(folder), root=copy)).files
        shared = {"app.py", "client.py", "errors.py", "__init__.py", "README.md", "strategies.py", "cases.py"}
        for path, text in before.items():
            if telling(path) and Path(path).name not in shared:
                assert after[path] == text, f"{folder.name}: {path} is another one now"
        old, new = (json.loads(tree["specwright.json"]) for tree in (before, after))
        assert old["schemas"].items() <= new["schemas"].items()
        assert all(operation in new["operations"] for operation in old["operations"])


INLINE = {"type": "object", "properties": {"part": {"type": "object", "properties": {"a": {"type": "string"}}}}}
