"""`specwright generate`: write the outputs of the configured targets, or of one document."""

from __future__ import annotations

import argparse
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from specwright.cli import arguments as common
from specwright.cli.exits import FINDINGS, FINE
from specwright.cli.status import Stopped, attempt

if TYPE_CHECKING:
    from specwright.config import Target
    from specwright.write.output import Written


def declare(commands: common.Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("generate", help="write what the targets, or one document, generate")
    parser.add_argument("names", nargs="*", metavar="TARGET", help="targets of the configuration; with -o, a document")
    parser.add_argument("-o", "--output", metavar="DIR", help="generate the one document given, into this folder")
    parser.add_argument("--package", metavar="NAME", help="with -o: import name of the package; default: of the title")
    parser.add_argument("--overlay", action="append", default=[], metavar="FILE", help="with -o: mend the document")
    parser.add_argument("--force", action="store_true", help="overwrite hand edits, and files that are in the way")
    common.add_no_cache(parser)
    common.add_quiet(parser)
    parser.set_defaults(run=partial(run, parser))


def run(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> int:
    """Generate each target and return the worst exit status; raises Refusal if the configuration is wrong."""
    if arguments.output is not None and len(arguments.names) != 1:
        parser.error("-o takes one document")
    if arguments.output is None and (arguments.package is not None or arguments.overlay):
        parser.error("--package and --overlay are for a document with -o; a target has them in its table")
    cached = not arguments.no_cache
    return max(_ended(target, arguments.force, arguments.quiet, cached) for target in _targets(arguments))


def _targets(arguments: argparse.Namespace) -> tuple[Target, ...]:
    from specwright.config import choose, read_config, target_of

    if arguments.output is None:
        return choose(read_config(Path.cwd()), arguments.names)
    return (target_of(arguments.names[0], arguments.output, arguments.package or "", tuple(arguments.overlay)),)


def _ended(target: Target, force: bool, quiet: bool, cached: bool) -> int:
    from specwright.cli.report import show_problems

    ended = attempt(partial(_generate, target, force, quiet, cached))
    if isinstance(ended, Stopped):
        show_problems(ended.problems, target.root, quiet=quiet)
        return ended.status
    return ended


def _generate(target: Target, force: bool, quiet: bool, cached: bool) -> int:
    from specwright.cli.excerpt import locator
    from specwright.cli.regenerate import regenerated
    from specwright.cli.remember import outcome_of, remember, size, table_of
    from specwright.cli.report import show_problems
    from specwright.cli.terminal import say
    from specwright.pipeline import building
    from specwright.probe import tool
    from specwright.problem import failed
    from specwright.write.output import staged

    if cached and not force and (status := regenerated(target, quiet)) is not None:
        return status
    started = time.perf_counter()
    before = tool(str(target.root), table_of(target)) if cached else ""
    locate = locator(target.root)
    with building(target, cached=cached) as built, staged(built.files, target.root / target.output, force) as output:
        problems, digests = built.told(), output.compared.digests
        show_problems(problems, locate, quiet=quiet)
        written = output.put()
    if cached:
        remember(target, before, outcome_of(built, digests, problems), locate)
    if not quiet:
        say(summary(target.name, size(built, len(digests)), written, time.perf_counter() - started), sys.stderr)
    return FINDINGS if failed(problems) else FINE


def summary(name: str, size: str, written: Written, seconds: float) -> str:
    """`petstore: 3 operations, 2 schemas, 20 files: 4 written, 1 removed, 15 unchanged (1.9 s)`."""
    changes = f"{len(written.written)} written, {len(written.removed)} removed, {written.unchanged} unchanged"
    return f"{name}: {size}: {changes} ({seconds:.1f} s)"
