"""`specwright check`: is what is on disk what would be generated? If not, why?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from specwright.cli import arguments as common
from specwright.cli.exits import FINDINGS, FINE
from specwright.cli.status import Stopped, attempt

if TYPE_CHECKING:
    from specwright.config import Target
    from specwright.pipeline import Build
    from specwright.problem import Problem
    from specwright.write.output import Compared, Written

MANUAL = {
    "spec-changed": "The document, one of its files or an overlay is not what the output was generated from.",
    "generator-changed": "The document did not change: the templates, the options or specwright itself did.",
    "file-changed": "A file is as it was generated, and something else would be generated now.",
    "file-edited-by-hand": "A generated file was edited by hand.",
    "file-in-the-way": "A file that specwright did not write stands where one would be generated.",
    "file-missing": "A file would be generated and is not there.",
    "file-stale": "A file was generated once and is no longer.",
}
"""What each rule of this command finds."""


def declare(commands: common.Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("check", help="say where the outputs are not what would be generated, and why")
    parser.add_argument("names", nargs="*", metavar="TARGET", help="targets of the configuration; default: all")
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--fix", action="store_true", help="generate again what differs; stops at hand edits")
    action.add_argument("--explain", metavar="FILE:LINE", help="name the place in the document behind a generated line")
    action.add_argument("--against", metavar="URL|FILE", help="say what upstream has changed in its document")
    parser.add_argument("--allow-remote", action="store_true", help="fetch the URL of --against")
    formats = ("text", "json", "markdown", "github", "sarif")
    parser.add_argument("--format", choices=formats, default="text", help="how findings are shown")
    common.add_no_cache(parser)
    common.add_quiet(parser)
    parser.set_defaults(run=run)


@dataclass(frozen=True, slots=True)
class Checked:
    """A target that was generated and compared with its output; `written` is what was done about it, if anything."""

    compared: Compared
    problems: tuple[Problem, ...]
    written: Written | None = None


Result: TypeAlias = "tuple[Target, Checked | Stopped]"


def run(arguments: argparse.Namespace) -> int:
    """Check each target and return the worst exit status; raises Refusal if the configuration is wrong."""
    from specwright.config import choose, read_config

    targets = choose(read_config(Path.cwd()), arguments.names)
    if arguments.explain is not None:
        from specwright.cli.explain import explain

        explain(arguments.explain, targets, arguments.format)
        return FINE
    if arguments.against is not None:
        from specwright.cli.against import against

        options = {"allow_remote": arguments.allow_remote, "quiet": arguments.quiet}
        return against(arguments.against, targets, arguments.format, **options)
    cached = not arguments.no_cache
    checked = [(target, attempt(partial(check, target, cached, fix=arguments.fix))) for target in targets]
    _show(checked, arguments.format, arguments.quiet)
    return max(_status(result) for _, result in checked)


def check(target: Target, cached: bool, *, fix: bool = False) -> Checked:
    """Generate a target and compare it with its output on disk, which with `fix` is then replaced.

    Raises Refusal if the output cannot be made, or replaced because of hand edits.
    """
    from specwright.cli.excerpt import locator
    from specwright.cli.remember import outcome_of, remember, table_of
    from specwright.pipeline import building
    from specwright.probe import tool

    before = tool(str(target.root), table_of(target)) if cached else ""
    with building(target, cached=cached) as built:
        compared, written = _compared(built, target.root / target.output, fix)
        problems = built.told()
    if cached and (written or not compared.drifts):
        remember(target, before, outcome_of(built, compared.digests, problems), locator(target.root))
    return Checked(compared, problems, written)


def _compared(built: Build, root: Path, fix: bool) -> tuple[Compared, Written | None]:
    from specwright.write.output import compare, staged

    if not fix:
        return compare(built.files, root), None
    with staged(built.files, root) as output:
        return output.compared, output.put() if output.compared.drifts else None


def _status(result: Checked | Stopped) -> int:
    from specwright.problem import failed

    if isinstance(result, Stopped):
        return result.status
    return FINDINGS if (result.compared.drifts and not result.written) or failed(result.problems) else FINE


def _findings(target: Target, result: Checked | Stopped) -> tuple[Problem, ...]:
    from specwright.cli.drift import causes
    from specwright.write.drift import explain

    if isinstance(result, Stopped):
        return result.problems
    drifts = (explain(drift, Path(target.output)) for drift in result.compared.drifts)
    return (*result.problems, *causes(target, result.compared.drifts, result.compared.inputs), *drifts)


def _show(checked: Sequence[Result], form: str, quiet: bool) -> None:
    from specwright.cli.report import Located, problems_json
    from specwright.cli.terminal import say

    if form == "text":
        for target, result in checked:
            _show_text(target, result, quiet)
    elif form == "markdown":
        say("\n\n".join(_markdown(target, result) for target, result in checked), sys.stdout)
    elif form == "json":
        say(problems_json(Located(_findings(target, result), target.root) for target, result in checked), sys.stdout)
    else:
        _show_findings(checked, form)


def _show_findings(checked: Sequence[Result], form: str) -> None:
    """What other programs read: annotations, if there is anything to tell, or a log, even of nothing."""
    from specwright.cli.excerpt import locator
    from specwright.cli.formats.finding import found
    from specwright.cli.formats.github import github
    from specwright.cli.formats.sarif import sarif
    from specwright.cli.terminal import say

    findings = [
        finding for target, result in checked for finding in found(_findings(target, result), locator(target.root))
    ]
    if form == "sarif":
        say(sarif(findings, MANUAL), sys.stdout)
    elif findings:
        say(github(findings), sys.stdout)


def _markdown(target: Target, result: Checked | Stopped) -> str:
    from specwright.cli.drift import drift_markdown, fenced
    from specwright.cli.report import problems_text

    parts = [fenced(problems_text(result.problems, target.root))] if result.problems else []
    if isinstance(result, Stopped):
        parts.insert(0, f"### {target.name}: could not be generated")
    elif result.compared.drifts:
        parts.insert(0, drift_markdown(target.name, target.output, result.compared.drifts, result.compared.inputs))
    else:
        parts.insert(0, f"### {target.name}: {len(result.compared.digests)} files, all as they would be generated")
    return "\n\n".join(parts)


def _show_text(target: Target, result: Checked | Stopped, quiet: bool) -> None:
    from specwright.cli.drift import drift_text
    from specwright.cli.report import show_problems
    from specwright.cli.terminal import say

    show_problems(result.problems, target.root, quiet=quiet)
    if isinstance(result, Stopped):
        return
    if result.compared.drifts:
        say(drift_text(target.name, target.output, result.compared.drifts, result.compared.inputs), sys.stdout)
    if not quiet:
        say(f"{target.name}: {_summary(result)}", sys.stderr)


def _summary(result: Checked) -> str:
    from specwright.cli.drift import summary

    if not result.compared.drifts:
        return f"{len(result.compared.digests)} files, all as they would be generated"
    if result.written is None:
        return summary(result.compared.drifts)
    written, removed = len(result.written.written), len(result.written.removed)
    return f"{summary(result.compared.drifts)}; generated again: {written} written, {removed} removed"
