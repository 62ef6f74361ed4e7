"""Whoever takes part: ourselves and the peers, in one shape."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.peers import Peer, installed, surroundings


@dataclass(frozen=True, slots=True)
class Contender:
    """A generator that is ready to run, and where in a folder it leaves what.

    `command` is for a document and a folder. `packages` lie in `source`, and `operations` below the first of them.
    `python` has what they need.
    """

    name: str
    command: Callable[[str, str], list[str]]
    operations: str
    packages: tuple[str, ...] = ("sdk",)
    source: str = "."
    python: str = sys.executable
    environment: Mapping[str, str] = field(default_factory=dict[str, str])


OURS = Contender(
    "specwright",
    lambda document, output: [
        *(sys.executable, "-m", "specwright", "generate", document),
        *("-o", output, "--package", "sdk", "--no-cache"),
    ],
    "resources/*.py",
    source="src",
)


def contender(peer: Peer, folder: Path) -> Contender | str:
    """A peer, installed below a folder; why not, if it cannot be."""
    program = installed(peer, folder)
    if isinstance(program, str):
        return program
    return Contender(
        peer.name,
        lambda document, output: [str(program), *peer.arguments(document, output)],
        peer.operations,
        peer.packages,
        python=str(program.parent / "python"),
        environment=surroundings(program),
    )
