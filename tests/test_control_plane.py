"""The documents in `spec/`: what they must be for the API that they describe."""

from __future__ import annotations

import ast
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.built import build

from specwright.config import Target
from specwright.pipeline import examine

REPOSITORY = Path(__file__).parent.parent
SPEC = "spec/langsmith-control-plane.yaml"
OVERLAY = "spec/langsmith-control-plane.overlay.yaml"
OLDER = "spec/history/langsmith-control-plane-2026-01.yaml"


def document(name: str) -> dict[str, Any]:
    return yaml.safe_load((REPOSITORY / name).read_text())


def generated(spec: str, root: Path) -> dict[str, str]:
    return build(Target("sdk", spec, (OVERLAY,), "out", "sdk", None, None, (), root)).files


@pytest.mark.parametrize(("name", "operations", "schemas"), [(SPEC, 39, 46), (OLDER, 28, 40)])
def test_every_operation_and_schema_is_there(name: str, operations: int, schemas: int) -> None:
    found = document(name)
    assert sum(len(item) for item in found["paths"].values()) == operations
    assert len(found["components"]["schemas"]) == schemas


@pytest.mark.parametrize("name", [SPEC, OLDER])
def test_the_faults_stay_and_the_overlay_mends_them(name: str) -> None:
    assert {problem.code for problem in examine(name, (), REPOSITORY)} >= {"security-scheme-undefined"}
    assert examine(name, (OVERLAY,), REPOSITORY) == ()


def test_the_patch_page_is_right_to_the_last_field() -> None:
    newer, older = (document(name)["components"]["schemas"] for name in (SPEC, OLDER))
    assert list(newer["DeploymentPatchRequest"]["properties"]) == [
        "revision_source",
        "source_config",
        "source_revision_config",
        "secrets",
        "secret_references",
    ]
    assert list(older["DeploymentPatchRequest"]["properties"]) == ["source_config", "source_revision_config", "secrets"]
    assert set(newer["Deployment"]["required"]) - set(older["Deployment"]["required"]) == {"tenant_id"}
    spec = newer["ResourceSpec-Input"]["properties"]
    was = older["host__api__v2__schemas__deployments__ResourceSpec-Input"]["properties"]
    assert len(spec) == 40
    assert set(spec) - set(was) == {"redis_cpu", "redis_cpu_limit", "redis_memory_limit_mb"}
    changed = {name for name in was if was[name]["anyOf"] != spec[name]["anyOf"]}
    assert changed == {
        f"{owner}cpu{limit}" for owner in ("", "queue_", "orchestrator_", "executor_") for limit in ("", "_limit")
    }
    assert spec["cpu_limit"]["anyOf"][0] == {"type": "number", "minimum": 0.1, "maximum": 16.0}
    assert was["cpu_limit"]["anyOf"][0] == {"type": "integer"}


def test_other_prose_and_json_in_place_of_yaml_give_the_same_code(tmp_path: Path) -> None:
    """The publisher's own file, dropped in place of ours, differs in its prose, and is JSON."""
    shutil.copytree(REPOSITORY / "spec", tmp_path / "spec")
    found = reworded(document(SPEC))
    (tmp_path / SPEC).write_text(json.dumps(found))
    ours, theirs = generated(SPEC, REPOSITORY), generated(SPEC, tmp_path)
    assert list(ours) == list(theirs)
    for path in ours:
        if path.endswith(".py"):
            assert code(ours[path]) == code(theirs[path]), path
        elif path not in {"README.md", "specwright.json"} and not path.endswith("/openapi.json"):
            assert ours[path] == theirs[path], path


def reworded(value: Any) -> Any:
    """The document with other descriptions; a property that is called description stays what it is."""
    if isinstance(value, list):
        return [reworded(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: "Other words." if key == "description" and isinstance(item, str) else reworded(item)
        for key, item in value.items()
    }


def code(text: str) -> str:
    """What a module does: its syntax tree without docstrings."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            node.body = [each for each in node.body if not prose(each)] or [ast.Pass()]
    return ast.dump(tree)


def prose(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
        case _:
            return False
