"""`specwright validate`: what is wrong with documents, all at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from specwright.cli import arguments as common
from specwright.cli.exits import FINDINGS, FINE
from specwright.cli.status import Stopped, attempt


def declare(commands: common.Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("validate", help="say what is wrong with documents")
    parser.add_argument("specs", nargs="+", metavar="SPEC", help="an OpenAPI document")
    parser.add_argument("--overlay", action="append", default=[], metavar="FILE", help="mend each document first")
    common.add_format(parser)
    common.add_quiet(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Validate each document and return the worst exit status."""
    results = [(spec, validate(spec, tuple(arguments.overlay))) for spec in arguments.specs]
    if arguments.format == "json":
        _show_json([result for _, result in results])
    else:
        for spec, result in results:
            _show_text(spec, result, arguments.quiet)
    return max(result.status for _, result in results)


def validate(spec: str, overlays: tuple[str, ...]) -> Stopped:
    """The problems of a document, files named relative to the working directory, and the exit status they ask for."""
    from specwright.pipeline import examine
    from specwright.problem import failed

    problems = attempt(partial(examine, spec, overlays, Path.cwd()))
    if isinstance(problems, Stopped):
        return problems
    return Stopped(FINDINGS if failed(problems) else FINE, problems)


def _show_json(results: Sequence[Stopped]) -> None:
    from specwright.cli.report import Located, problems_json
    from specwright.cli.terminal import say

    say(problems_json([Located(result.problems, Path.cwd()) for result in results]), sys.stdout)


def _show_text(spec: str, result: Stopped, quiet: bool) -> None:
    from specwright.cli.excerpt import escaped
    from specwright.cli.report import show_problems
    from specwright.cli.terminal import say

    show_problems(result.problems, Path.cwd(), quiet=quiet)
    if result.status == FINE and not quiet:
        say(f"{escaped(spec)}: valid", sys.stderr)
