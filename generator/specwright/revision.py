"""A document as it was: `HEAD~1:spec/api.yaml`, the way git names a file of a revision."""

from __future__ import annotations

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path, PurePosixPath

from specwright.problem import Problem, Refusal, error

_SUFFIXES = (".json", ".yaml", ".yml")


def is_revision(name: str) -> bool:
    """Whether a name is that of a file in a revision; a file that exists under the name comes first."""
    revision, colon, path = name.partition(":")
    return bool(colon and path) and len(revision) > 1 and not Path(name).exists() and not path.startswith("//")


def check_out(name: str, folder: Path) -> str:
    """Write a file of a revision into a folder, with every document that it may refer to; returns its path there.

    The path is as in the repository, or relative to the working directory if it begins with `./`. Raises Refusal (a run
    at fault) if there is no git, no repository, no such revision or no such file.
    """
    revision, _, path = name.partition(":")
    top = _git("rev-parse", "--show-toplevel").decode().strip()
    if path.startswith(("./", "../")):
        path = _inside(top, Path.cwd() / path)
    path = str(PurePosixPath(path))
    listed = _git("ls-tree", "-r", "-z", "--name-only", "--full-tree", f"{revision}^{{commit}}").decode()
    names = [each for each in listed.split("\0") if each]
    if path not in names:
        raise _refused(name, f"there is no {path} in {revision}")
    wanted = [each for each in names if each.endswith(_SUFFIXES) or each == path]
    archive = _git("-C", top, "archive", "--format=tar", revision, "--", *(f":(literal){each}" for each in wanted))
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")
    return path


def _inside(top: str, path: Path) -> str:
    resolved, root = path.resolve(), Path(top).resolve()
    if not resolved.is_relative_to(root):
        raise _refused(path.as_posix(), f"it is outside of the repository {root.as_posix()}")
    return resolved.relative_to(root).as_posix()


def _git(*arguments: str) -> bytes:
    try:
        ended = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise _refused(arguments[-1], "git is not installed") from None
    if ended.returncode:
        complaint = ended.stderr.decode(errors="replace").strip().splitlines() or ["git failed"]
        raise _refused(" ".join(arguments[:1]), complaint[0])
    return ended.stdout


def _refused(name: str, complaint: str) -> Refusal:
    remedy = "name a file, or a file of a revision as git does: HEAD~1:spec/api.yaml"
    problem: Problem = error("revision-unreadable", f"`{name}` cannot be read: {complaint}", None, remedy)
    return Refusal([problem], findings=False)
