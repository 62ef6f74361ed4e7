"""Who may import whom, as data. A wall between two stages is kept by this table, not by memory."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
GENERATOR = REPOSITORY / "generator" / "specwright"

# What each module may import of ours: the first row whose name is the module's, or a package it is in.
MAY_IMPORT = {
    "ir": "",
    "kinds": "ir",
    "regexp": "",
    "contradicted": "ir regexp",
    "intersect": "contradicted ir kinds regexp",
    "cache": "",
    "aside": "",
    "probe": "cache",
    "recall": "cache ir probe problem read",
    "memo": "cache probe",
    "problem": "ir",
    "pointers": "ir",
    "statuses": "",
    "naming": "ir problem",
    "collector": "",
    "write": "ir problem write",
    "settings": "ir problem",
    "config": "ir problem settings",
    "policy": "ir problem settings",
    "revision": "ir problem",
    "remote": "problem",
    "read": "collector contradicted intersect ir kinds problem naming read regexp",
    "emit": "aside collector intersect ir kinds memo naming pointers problem regexp statuses write emit",
    "scaffold": "ir kinds naming problem read scaffold statuses",
    "pipeline": "aside config emit ir memo naming probe problem read recall write",
    "sliced": "config emit memo naming pipeline problem read",
    "incremental": "aside config emit memo pipeline probe read recall sliced write",
    "difference": "aside diff emit ir pipeline policy problem",
    "verify": "ir problem verify",
    "diff": "diff ir kinds pointers",
    "cli": "cli collector config diff difference emit incremental ir naming pipeline policy probe problem read recall"
    " remote revision scaffold verify write",
    "__main__": "cli",
    "__init__": "",
}

# Who alone may import a library.
ONLY_IN = {
    "yaml": ["read.yaml_text", "read.position", "scaffold.pieces"],
    "jsonpath_rfc9535": ["read.overlay"],
    "openapi_spec_validator": ["read.validate", "read.walk"],
    "jsonschema_rs": ["read.validate", "read.walk", "regexp", "scaffold.fits"],
    "datamodel_code_generator": ["emit.models"],
    "jinja2": ["emit.render"],
    "black": ["emit.format"],
}


def modules() -> list[str]:
    paths = sorted(GENERATOR.rglob("*.py"))
    return [".".join(path.relative_to(GENERATOR).with_suffix("").parts) for path in paths]


def imported(module: str) -> Iterator[str]:
    """The dotted names that a module imports, wherever in it."""
    source = (GENERATOR / Path(*module.split("."))).with_suffix(".py")
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", modules())
def test_a_module_imports_only_what_its_stage_may(module: str) -> None:
    stage = module.split(".", maxsplit=1)[0]
    assert stage in MAY_IMPORT, f"{module}: say in MAY_IMPORT what the new stage {stage} may import"
    allowed = set(MAY_IMPORT[stage].split())
    for name in imported(module):
        if name.startswith("specwright."):
            other = name.split(".")[1]
            assert other in allowed, (
                f"{module} imports {name}, but {stage} may import only: {', '.join(sorted(allowed))}"
            )


@pytest.mark.parametrize("module", modules())
def test_a_library_is_known_to_one_module(module: str) -> None:
    for name in imported(module):
        library = name.split(".")[0]
        if library in ONLY_IN:
            assert module in ONLY_IN[library], f"{module} imports {library}: that is for {', '.join(ONLY_IN[library])}"


@pytest.mark.parametrize("module", modules())
def test_one_module_alone_fetches_anything(module: str) -> None:
    networks = {"ftplib", "http.client", "httpx2", "requests", "socket", "urllib.request", "urllib3"}
    assert module == "remote" or not networks & set(imported(module)), f"{module} can reach the network"


def test_what_is_generated_knows_nothing_of_the_tool() -> None:
    for path in [*(REPOSITORY / "templates").rglob("*.py"), *(REPOSITORY / "generated").rglob("*.py")]:
        names = [
            alias.name if isinstance(node, ast.Import) else node.module or ""
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        ]
        assert not any(name.split(".")[0] == "specwright" for name in names), f"{path} imports the tool"
    packages = {path.name for path in (REPOSITORY / "generated").glob("*/src/*")}
    assert packages
    for module in modules():
        used = packages & {name.split(".")[0] for name in imported(module)}
        assert not used, f"{module} imports {used}, which is generated"


def test_nothing_knows_the_name_of_an_api() -> None:
    for path in [*GENERATOR.rglob("*.py"), *(REPOSITORY / "templates").rglob("*.*")]:
        if path.suffix in {".py", ".jinja"}:
            text = path.read_text().lower()
            assert "langsmith" not in text and "langchain" not in text, f"{path} names an API"
