"""`specwright check`: is what is on disk what would be generated? If not, why?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from specwright.cli import arguments as common
from specwright.cli.exits import FINDINGS, FINE
from specwright.cli.status import Stopped, attempt

if TYPE_CHECKING:
    from specwright.config import Target
    from specwright.problem import Problem
    from specwright.tree import Drift


def declare(commands: common.Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("check", help="say where the outputs are not what would be generated, and why")
    parser.add_argument("names", nargs="*", metavar="TARGET", help="targets of the configuration; default: all")
    common.add_no_cache(parser)
    common.add_format(parser)
    common.add_quiet(parser)
    parser.set_defaults(run=run)


@dataclass(frozen=True, slots=True)
class Checked:
    """A target that was generated and compared: `inputs` are those that changed since its output was written."""

    files: int
    problems: tuple[Problem, ...]
    drifts: tuple[Drift, ...]
    inputs: tuple[str, ...]


def run(arguments: argparse.Namespace) -> int:
    """Check each target and return the worst exit status; raises Refusal if the configuration is wrong."""
    from specwright.config import choose, read_config

    targets = choose(read_config(Path.cwd()), arguments.names)
    checked = [(target, attempt(partial(check, target, not arguments.no_cache))) for target in targets]
    if arguments.format == "json":
        _show_json(checked)
    else:
        for target, result in checked:
            _show_text(target, result, arguments.quiet)
    return max(_status(result) for _, result in checked)


def check(target: Target, cached: bool) -> Checked:
    """Generate a target and compare it with its output on disk; raises Refusal if that cannot be made."""
    from specwright.cli.remember import remember, table_of
    from specwright.pipeline import build
    from specwright.probe import tool
    from specwright.tree import changed_inputs, compare, read

    before = tool(str(target.root), table_of(target)) if cached else ""
    built = build(target)
    disk = read(target.root / target.output, built.tree)
    drifts = compare(built.tree, disk)
    if cached and not drifts:
        remember(target, before, built)
    return Checked(len(built.tree), built.problems, drifts, changed_inputs(built.tree, disk))


def _status(result: Checked | Stopped) -> int:
    from specwright.problem import failed

    if isinstance(result, Stopped):
        return result.status
    return FINDINGS if result.drifts or failed(result.problems) else FINE


def _show_json(checked: Sequence[tuple[Target, Checked | Stopped]]) -> None:
    from specwright.cli.report import Located, problems_json
    from specwright.cli.terminal import say

    say(problems_json(Located(_findings(target, result), target.root) for target, result in checked), sys.stdout)


def _findings(target: Target, result: Checked | Stopped) -> tuple[Problem, ...]:
    from specwright.tree import explain

    if isinstance(result, Stopped):
        return result.problems
    return (*result.problems, *(explain(drift, Path(target.output)) for drift in result.drifts))


def _show_text(target: Target, result: Checked | Stopped, quiet: bool) -> None:
    from specwright.cli.drift import drift_text, summary
    from specwright.cli.report import show_problems
    from specwright.cli.terminal import say

    show_problems(result.problems, target.root, quiet=quiet)
    if isinstance(result, Stopped):
        return
    if result.drifts:
        say(drift_text(target.name, target.output, result.drifts, result.inputs), sys.stdout)
    if not quiet:
        told = summary(result.drifts) if result.drifts else f"{result.files} files, all as they would be generated"
        say(f"{target.name}: {told}", sys.stderr)
