"""The other generators, each in an environment of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: what is installed, and its command for a document and a folder, without the program."""

    name: str
    requirement: str
    program: str
    arguments: Callable[[str, str], list[str]]
    needs: str = ""


PEERS = (
    Peer(
        "openapi-python-client",
        "openapi-python-client==0.29.1",
        "openapi-python-client",
        lambda document, output: ["generate", "--path", document, "--output-path", output, "--overwrite"],
    ),
    Peer(
        "openapi-generator",
        "openapi-generator-cli==7.26.0",
        "openapi-generator-cli",
        lambda document, output: ["generate", "-g", "python", "-i", document, "-o", output, "--skip-validate-spec"],
        needs="java",
    ),
    Peer(
        "datamodel-code-generator client",
        "datamodel-code-generator==0.89.0",
        "datamodel-codegen",
        lambda document, output: [
            *("--input", document, "--output", f"{output}/models.py", "--input-file-type", "openapi"),
            *("--generate-client", "httpx2", "--client-output", f"{output}/client", "--client-package", "client"),
            *("--client-model-package", "models", "--output-model-type", "pydantic_v2.BaseModel"),
        ],
    ),
)


def installed(peer: Peer, folder: Path) -> Path | str:
    """The program of a peer; it is installed if it was not. Why not, if it cannot be."""
    if peer.needs and shutil.which(peer.needs) is None:
        return f"{peer.needs} is needed and is not installed"
    home = folder / peer.name.replace(" ", "-")
    program = home / "bin" / peer.program
    if not program.exists():
        shutil.rmtree(home, ignore_errors=True)
        for command in ([sys.executable, "-m", "venv", str(home)], _install(home, peer.requirement)):
            ended = subprocess.run(command, capture_output=True, text=True, check=False)
            if ended.returncode:
                shutil.rmtree(home, ignore_errors=True)
                return f"{peer.requirement} could not be installed: {_last(ended.stderr)}"
    return program if program.exists() else f"{peer.requirement} has no program {peer.program}"


def _install(home: Path, requirement: str) -> Sequence[str]:
    # an environment variable with constraints is for ours alone
    return ["env", "-u", "PIP_CONSTRAINT", str(home / "bin" / "python"), "-m", "pip", "install", "-q", requirement]


def _last(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1][:200] if lines else "without a word"
