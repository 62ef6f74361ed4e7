"""`specwright init`: what a repository needs to keep an output in step, shown first and then written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from specwright.cli import arguments as common
from specwright.cli.exits import FINE

if TYPE_CHECKING:
    from specwright.cli.adoption.proposal import ByHand, Proposal, Write


def declare(commands: common.Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("init", help="write the table, the workflow and the hook that a repository needs")
    parser.add_argument("spec", nargs="?", metavar="SPEC", help="an OpenAPI document; default: the only one there is")
    parser.add_argument("-y", "--yes", "--write", dest="write", action="store_true", help="write without asking")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Show what would be written, and write it if that is wanted. Raises Refusal if it cannot be told what to do."""
    from specwright.cli.adoption.proposal import Write
    from specwright.cli.adoption.proposed import proposed
    from specwright.cli.report import count
    from specwright.cli.terminal import say

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


def _shown(proposals: Sequence[Proposal]) -> str:
    """Every file as a unified diff, and what is left to be done by hand."""
    from specwright.cli.adoption.proposal import Write

    parts = [_difference(each) if isinstance(each, Write) else _instruction(each) for each in proposals]
    return "\n\n".join(parts) or "the repository has all that is needed"


def _difference(proposal: Write) -> str:
    import difflib

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
    try:
        return input("Write this? [y/N] ").strip().lower() in ("y", "yes")
    except EOFError:
        return False


def _write(proposal: Write) -> None:
    """Write a file, with the line ends that it has."""
    path = Path(proposal.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    newline = "\r\n" if path.exists() and b"\r\n" in path.read_bytes() else "\n"
    path.write_text(proposal.new, "utf-8", errors="surrogateescape", newline=newline)
