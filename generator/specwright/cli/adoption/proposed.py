"""What a repository still needs to keep an output in step, for a document or for the targets that it has already."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from specwright import naming
from specwright.cli.adoption.automation import HOOKS, WORKFLOW, automation
from specwright.cli.adoption.project_file import PYPROJECT, RUFF_FILES, Adopted, project_file
from specwright.cli.adoption.proposal import Proposal
from specwright.config import Target, read_config
from specwright.problem import Position, Refusal, error
from specwright.read.load import load
from specwright.write.manifest import MANIFEST

_SKIPPED = frozenset({"node_modules", "generated", "dist", "build", "tests", "venv", "__pycache__"})
_SUFFIXES = (".yaml", ".yml", ".json")
_BEGINNING = 4096


def proposed(root: Path, spec: str | None) -> Iterator[Proposal]:
    """What the repository at a folder needs; without a document, one that is there, if no target is yet.

    Raises Refusal (a run at fault) if it cannot be told what to do.
    """
    _refuse_below(root)
    names = (PYPROJECT, *RUFF_FILES, HOOKS, WORKFLOW)
    for name in names:
        _refuse_link(root, root / name)
    files = {
        name: (root / name).read_text("utf-8", errors="surrogateescape") for name in names if (root / name).exists()
    }
    known = _targets(root, files.get(PYPROJECT, ""))
    target = None if spec is None and known else _adopted(root, spec or _only_document(root))
    if target and any(each.spec == target.spec for each in known):
        target = None
    outputs = [target.output] if target else [each.output for each in known]
    yield from project_file(files, target, outputs)
    yield from automation(files, _version())


def _refuse_below(root: Path) -> None:
    """Workflows and hooks work at the top of a repository only. Raises Refusal below it."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    if top != root:
        message = "this folder is not the top of its repository"
        raise Refusal([error("not-at-top", message, None, f"run `specwright init` in {top}")], findings=False)


def _refuse_link(root: Path, path: Path) -> None:
    """Raises Refusal for a file that is a link, or in a linked folder: it may be anywhere."""
    if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
        message = f"{path.relative_to(root).as_posix()} leads elsewhere by a symbolic link, and is not followed"
        raise Refusal([error("file-linked", message, None, "put a file in its place")], findings=False)


def _targets(root: Path, text: str) -> tuple[Target, ...]:
    """The targets that the folder is configured with. Raises Refusal for a file that is broken."""
    try:
        configured = "specwright" in tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError as wrong:
        place = Position((root / "pyproject.toml").as_posix(), 1, 1)
        raise Refusal(
            [error("config-invalid", f"not TOML: {wrong}", place, "mend the syntax")], findings=False
        ) from None
    return read_config(root) if configured else ()


def _only_document(root: Path) -> str:
    """The one OpenAPI document of the folder. Raises Refusal if there is none, or another."""
    found = sorted(_documents(root))
    if len(found) == 1:
        return found[0]
    message = f"there are {len(found)} OpenAPI documents here" if found else "there is no OpenAPI document here"
    named = f": {', '.join(found[:10])}" if found else ""
    raise Refusal([error("document-unclear", message, None, f"name it: specwright init SPEC{named}")], findings=False)


def _documents(root: Path) -> Iterator[str]:
    """The files that begin like an OpenAPI document, outside of hidden folders and folders for what is made."""
    for folder, inner, names in os.walk(root):
        if MANIFEST in names:
            inner.clear()
            continue
        inner[:] = sorted(name for name in inner if name not in _SKIPPED and not name.startswith("."))
        for path in (Path(folder, name) for name in names if name.endswith(_SUFFIXES)):
            if not path.is_symlink() and _describes_api(path):
                yield path.relative_to(root).as_posix()


def _describes_api(path: Path) -> bool:
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING).decode("utf-8", errors="replace").lstrip("\ufeff")
    lines = (line.strip().strip("{").strip() for line in beginning.splitlines())
    return any(line.startswith(("openapi:", '"openapi":', "'openapi':")) for line in lines)


def _adopted(root: Path, spec: str) -> Adopted:
    """The target for a document, named after its title. Raises Refusal if it cannot be read, or is elsewhere."""
    path = Path(os.path.abspath(root / spec))
    if not path.is_relative_to(root):
        remedy = "copy it into the repository: what is generated is kept in step with it there"
        raise Refusal([error("document-outside", f"{spec} is not in this repository", None, remedy)], findings=False)
    name = path.relative_to(root).as_posix()
    match load(path, name).value:
        case {"info": {"title": str(title)}}:
            package = naming.package_name(title)
        case _:
            package = naming.package_name(path.stem)
    distribution = package.strip("_").replace("_", "-")
    return Adopted(distribution, name, f"generated/{distribution}", package)


def _version() -> str:
    try:
        return version("specwright")
    except PackageNotFoundError:
        return ""
