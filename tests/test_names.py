"""A document may call anything by any name that generated code is made of."""

from __future__ import annotations

import ast
import builtins
import json
import keyword
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from specwright.cli.main import main

HERE = Path(__file__).parent
SOURCES = [*HERE.glob("golden/*/expected/src"), *HERE.parent.glob("generated/*/src")]
TROUBLE = (
    "None none NONE rules spread deprecated headers base_url timeout http_client self super models date datetime x i "
    "property create_app cached_property httpx2 lazy annotations routes mro register kinds KindOf 名"
).split()
"""Names that have been trouble."""
SAMPLE = 120
IMPORT = """
import importlib, pkgutil, names_api
for module in pkgutil.walk_packages(names_api.__path__, "names_api."):
    importlib.import_module(module.name)
for name in names_api.models.__all__:
    getattr(getattr(names_api.models, name), "model_rebuild", bool)()
from names_api.server import create_app
create_app()
names_api.Client(base_url="http://x")
"""


def said(path: Path) -> Iterator[str]:
    """The names that a module is made of."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.alias(name=name, asname=other):
                yield from (other or name).split(".")
            case _:
                pass


def words() -> list[str]:
    """Names that have been trouble, and some of all others that there are."""
    found = {*dir(builtins), *keyword.kwlist, *keyword.softkwlist, *dir(BaseModel)}
    for source in SOURCES:
        for path in source.rglob("*.py"):
            found.update(said(path))
    return [*TROUBLE, *random.Random(7).sample(sorted(found - {*TROUBLE}), SAMPLE)]


def document(names: list[str]) -> dict[str, Any]:
    """One in which everything has one of these names."""

    def ref(name: str) -> dict[str, str]:
        return {"$ref": f"#/components/schemas/{name}"}

    def answer(schema: Any) -> dict[str, Any]:
        return {"description": "It is.", "content": {"application/json": {"schema": schema}}}

    schemas, paths = dict[str, Any](), dict[str, Any]()
    for number, name in enumerate(names):
        other = names[(number * 13 + 5) % len(names)]
        text = {"type": "string", "format": ("date", "date-time", "uuid", "none")[number % 4]}
        rules = [{}, {"minProperties": 1}, {"anyOf": [{"required": [name]}, {"required": ["held"]}]}][number % 3]
        schemas[name] = {
            "type": "object",
            "properties": {name: text, "held": ref(names[number % 9])},
            "additionalProperties": {"type": "string"} if number % 2 else True,
            **rules,
        }
        body = {"type": "object", "required": [name], "properties": {name: text, other: ref(other)}}
        paths[f"/own/{number}"] = {
            "post": {
                "tags": [name],
                "operationId": name if number % 2 else other,
                "deprecated": number % 3 == 0,
                "parameters": [{"name": other, "in": "header", "schema": text}],
                "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
                "responses": {"200": answer(ref(name)), "404": answer(ref(other))},
            }
        }
        paths[f"/together/{number}"] = {
            "get": {
                "tags": ["together"],
                "operationId": name,
                "deprecated": number % 2 == 0,
                "parameters": [{"name": name, "in": "query", "schema": text}],
                "responses": {"200": answer({"type": "array", "items": ref(name)})},
            }
        }
    schemes = {name: {"type": "apiKey", "in": "header", "name": f"X-{n}"} for n, name in enumerate(names)}
    components = {"schemas": schemas, "securitySchemes": schemes}
    return {"openapi": "3.1.0", "info": {"title": "Names", "version": "1"}, "paths": paths, "components": components}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("names")
    (root / "names.json").write_text(json.dumps(document(words())), "utf-8")
    assert main(["generate", str(root / "names.json"), "-o", str(root / "out"), "--package", "names_api", "-q"]) == 0
    return root / "out" / "src"


def test_all_of_it_can_be_imported_and_used(source: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", IMPORT]
    ran = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert not ran.returncode, ran.stderr[-2000:]


@pytest.mark.parametrize("checker", [["mypy", "--strict", "."], ["pyright", "--pythonpath", sys.executable]])
def test_type_checkers_find_nothing(source: Path, checker: list[str]) -> None:
    (source / "pyrightconfig.json").write_text(json.dumps({"typeCheckingMode": "strict", "include": ["names_api"]}))
    command = [str(Path(sys.executable).parent / checker[0]), *checker[1:]]
    ran = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert not ran.returncode, ran.stdout[-3000:]
