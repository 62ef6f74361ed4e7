"""`specwright scaffold`: from a cURL command, a page of documentation or by hand to an operation in a document."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from specwright.cli import arguments as common
from specwright.cli import handlers
from specwright.cli.exits import FINE

if TYPE_CHECKING:
    from specwright.scaffold.material import Material
    from specwright.scaffold.proposal import Proposal
    from specwright.scaffold.source import Source


def declare(commands: common.Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("scaffold", help="add an operation to a document, or handlers to a server")
    parser.add_argument("what", nargs="*", metavar="handlers TARGET", help="write handlers of a target instead")
    parser.add_argument("--into", required=True, metavar="SPEC", help="the document; of handlers, the folder")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--curl", metavar="FILE", help="cURL commands; - reads them from standard input")
    source.add_argument("--page", metavar="FILE", help="a page of documentation, as text or Markdown")
    source.add_argument("--method", metavar="NAME", help="by hand: the method; takes --path")
    parser.add_argument("--path", metavar="PATH", help="with --method: the path, such as /things/{thing_id}")
    parser.add_argument("--request", default="", metavar="SCHEMA", help="with --method: the schema of the body")
    parser.add_argument(
        "--response",
        action="append",
        default=[],
        metavar="STATUS=FILE",
        help="a sample of an answer; with --method, the schema of one",
    )
    parser.add_argument(
        "--operation-id", default="", metavar="NAME", help="the operationId; default: as others have it"
    )
    parser.add_argument("--merge", action="store_true", help="widen an operation that is there by what is new")
    parser.add_argument("--write", action="store_true", help="apply what is shown")
    parser.add_argument("--check", action="store_true", help="with handlers: write nothing; 1 if any are to be written")
    common.add_quiet(parser)
    parser.set_defaults(run=partial(run, parser))


def run(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> int:
    """Show what would be added, or add it; raises Refusal for material or a document at fault."""
    material = arguments.curl or arguments.page or arguments.method
    if arguments.what and not material:
        return handlers.run(parser, arguments)
    if arguments.what or arguments.check:
        parser.error("handlers TARGET stands alone, and --check goes with it")
    if not material:
        parser.error("say what to add: --curl FILE, --page FILE, or --method NAME --path PATH")
    if bool(arguments.method) != bool(arguments.path):
        parser.error("--method and --path go together")
    from specwright.collector import paused

    with paused():
        return _scaffold(arguments)


def _scaffold(arguments: argparse.Namespace) -> int:
    from specwright.scaffold.proposal import propose
    from specwright.scaffold.save import save
    from specwright.scaffold.source import open_source

    source = open_source(Path(arguments.into), arguments.into)
    proposal = propose(source.document, _materials(arguments), merge=arguments.merge)
    _show(source, proposal, arguments.quiet)
    if arguments.write and proposal.spliced.edits:
        save(source, proposal.spliced.document)
    if not arguments.quiet:
        _conclude(proposal, arguments)
    return FINE


def _materials(arguments: argparse.Namespace) -> tuple[Material, ...]:
    from specwright.scaffold import sources

    given = [_parted(each) for each in arguments.response]
    if arguments.method:
        material = sources.by_hand(
            arguments.method, arguments.path, arguments.request, tuple(given), arguments.operation_id
        )
        return (material,)
    answers = tuple(sources.answer(status, *_read(name)) for status, name in given)
    if arguments.page:
        return sources.from_page(*_read(arguments.page), answers, arguments.operation_id)
    return sources.from_curl(*_read(arguments.curl), answers, arguments.operation_id)


def _parted(text: str) -> tuple[str, str]:
    """The status and what is given for it; a file without a status is that of 200."""
    status, parted, rest = text.partition("=")
    return (status, rest) if parted else ("200", text)


def _read(name: str) -> tuple[str, str]:
    """What a file says, or standard input for `-`, and what to call it."""
    from specwright.read.load import decoded, octets

    if name == "-":
        return decoded(sys.stdin.buffer.read(), "standard input"), "standard input"
    return decoded(octets(Path(name), name), name), name


def _show(source: Source, proposal: Proposal, quiet: bool) -> None:
    """The diff on stdout, and the loss report on stderr."""
    from specwright.cli.excerpt import escaped
    from specwright.cli.terminal import say
    from specwright.scaffold.difference import difference
    from specwright.scaffold.notes import report

    for line in difference(source.document.text, proposal.spliced.edits, source.document.name):
        say(escaped(line), sys.stdout)
    if not quiet:
        for line in report(proposal.notes):
            say(escaped(line), sys.stderr)


def _conclude(proposal: Proposal, arguments: argparse.Namespace) -> None:
    """One line: what was done, or what would be."""
    from specwright.cli.terminal import say

    titles = ", ".join(proposal.titles)
    if not proposal.spliced.edits:
        text = f"{titles}: nothing is new"
    elif arguments.write:
        text = f"{titles}: written into {arguments.into}"
    else:
        text = f"{titles}: nothing is written without --write"
    say(text, sys.stderr)
