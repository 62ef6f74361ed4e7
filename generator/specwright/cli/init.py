"""`specwright init`: what a repository needs to keep an output in step, shown first and then written."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from specwright.cli import arguments as common
from specwright.cli.status import FINE
from specwright.problem import Position, Refusal, error

if TYPE_CHECKING:
    from specwright.cli.adoption.project_file import Adopted
    from specwright.cli.adoption.proposal import ByHand, Proposal, Write
    from specwright.config import Target

_SKIPPED = frozenset({"node_modules", "generated", "dist", "build", "tests", "venv", "__pycache__"})
_SUFFIXES = (".yaml", ".yml", ".json")
_BEGINNING = 4096


def declare(commands: common.Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("init", help="write the table, the workflow and the hook that a repository needs")
    parser.add_argument("spec", nargs="?", metavar="SPEC", help="an OpenAPI document; default: the only one there is")
    parser.add_argument("-y", "--yes", "--write", dest="write", action="store_true", help="write without asking")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Show what would be written, and write it if that is wanted. Raises Refusal if it cannot be told what to do."""
    from specwright.cli.adoption.proposal import Write
    from specwright.cli.report import count, say

    proposals = list(proposed(Path.cwd(), arguments.spec))
    say(_shown(proposals), sys.stdout)
    writes = [each for each in proposals if isinstance(each, Write)]
    if not writes:
        return FINE
    if arguments.write or _agreed():
        for each in writes:
            _write(each)
        say(f"{count(len(writes), 'file')} written; now run `specwright generate`", sys.stderr)
    else:
        say("nothing is written: to write it, run `specwright init --write`", sys.stderr)
    return FINE


def proposed(root: Path, spec: str | None) -> Iterator[Proposal]:
    """What the repository at a folder still needs, for a document or for the targets that it has already."""
    from specwright.cli.adoption.automation import HOOKS, WORKFLOW, automation
    from specwright.cli.adoption.project_file import PYPROJECT, project_file

    _refuse_below(root)
    names = (PYPROJECT, "ruff.toml", ".ruff.toml", HOOKS, WORKFLOW)
    files = {name: _text(root / name) for name in names if os.path.lexists(root / name)}
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


def _text(path: Path) -> str:
    """What a file says, its line ends aside. Raises Refusal for a link, which may lead anywhere."""
    if path.is_symlink():
        message = f"{path.name} is a symbolic link, and is not followed"
        raise Refusal([error("file-linked", message, None, "put a file in its place")], findings=False)
    return path.read_text("utf-8", errors="surrogateescape")


def _targets(root: Path, text: str) -> tuple[Target, ...]:
    """The targets that the folder is configured with. Raises Refusal for a file that is broken."""
    from specwright.config import read_config

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
    from specwright import naming
    from specwright.cli.adoption.project_file import Adopted
    from specwright.read.load import load

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
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("specwright")
    except PackageNotFoundError:
        return ""


def _shown(proposals: Sequence[Proposal]) -> str:
    """Every file as a unified diff, and what is left to be done by hand."""
    from specwright.cli.adoption.proposal import Write

    parts = [_difference(each) if isinstance(each, Write) else _instruction(each) for each in proposals]
    return "\n\n".join(parts) or "the repository has all that is needed"


def _difference(proposal: Write) -> str:
    from specwright.cli.excerpt import escaped

    name = f"a/{proposal.path}" if proposal.old is not None else "/dev/null"
    before, after = (proposal.old or "").splitlines(), proposal.new.splitlines()
    return "\n".join(map(escaped, difflib.unified_diff(before, after, name, f"b/{proposal.path}", lineterm="")))


def _instruction(proposal: ByHand) -> str:
    from specwright.cli.excerpt import escaped

    lines = (f"    {escaped(line)}".rstrip() for line in proposal.text.splitlines())
    return "\n".join([f"{proposal.path}: {proposal.reason}; to be done by hand:", "", *lines])


def _agreed() -> bool:
    """Whether somebody at a terminal says yes."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return input("Write this? [y/N] ").strip().lower() in ("y", "yes")


def _write(proposal: Write) -> None:
    """Write a file, with the line ends that it has."""
    path = Path(proposal.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    newline = "\r\n" if path.exists() and b"\r\n" in path.read_bytes() else "\n"
    path.write_text(proposal.new, "utf-8", errors="surrogateescape", newline=newline)
