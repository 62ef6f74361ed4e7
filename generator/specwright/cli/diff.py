"""`specwright diff`: what has changed between two documents, whom it hurts, and which version number is honest."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from specwright.cli import arguments as common
from specwright.cli.exits import FINDINGS, FINE

if TYPE_CHECKING:
    from specwright.cli.changes import Told
    from specwright.cli.excerpt import Place
    from specwright.cli.report import Locate
    from specwright.difference import Difference, Source
    from specwright.ir import Location
    from specwright.problem import Position

_FORMATS = ("text", "json", "markdown", "github", "sarif")
_FAIL_ON = ("breaking", "any", "none")


def declare(commands: common.Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("diff", help="say what has changed between two documents, and whom it hurts")
    state = "a document, or a file of a git revision: HEAD~1:spec/api.yaml"
    parser.add_argument("old", nargs="?", metavar="OLD", help=state)
    parser.add_argument("new", nargs="?", metavar="NEW", help="the same")
    parser.add_argument("--overlay", action="append", default=[], metavar="FILE", help="mend both documents first")
    parser.add_argument(
        "--fail-on", choices=_FAIL_ON, default="breaking", help="which changes end with status 1; default: breaking"
    )
    parser.add_argument("--format", choices=_FORMATS, default="text", help="how changes are shown")
    parser.add_argument("--rules", action="store_true", help="print the manual of all rules, and stop")
    common.add_quiet(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compare, show and return the exit status; raises Refusal if a document or the configuration is wrong."""
    from specwright.cli.changes import Told
    from specwright.cli.terminal import say

    if arguments.rules:
        from specwright.diff.manual import manual

        say(manual(), sys.stdout)
        return FINE
    if not arguments.old or not arguments.new:
        _usage("two documents are compared: specwright diff OLD NEW")
    with TemporaryDirectory(prefix="specwright-") as folder:
        sources = [_source(name, Path(folder, side), tuple(arguments.overlay)) for side, name in _named(arguments)]
        found = compared(*sources)
        locate = [_locator(source, name) for source, (_, name) in zip(sources, _named(arguments), strict=True)]
        show(Told(found, *locate), arguments.format, arguments.quiet)
    return _status(found, arguments.fail_on)


def _named(arguments: argparse.Namespace) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("old", arguments.old), ("new", arguments.new)


def _usage(complaint: str) -> None:
    print(f"specwright diff: {complaint}", file=sys.stderr)
    raise SystemExit(2)


def _source(name: str, folder: Path, overlays: tuple[str, ...]) -> Source:
    """The document of a name; one of a revision is written into a folder."""
    from specwright.difference import Source
    from specwright.revision import check_out, is_revision

    if not is_revision(name):
        return Source(name, Path.cwd(), overlays)
    path = check_out(name, folder)
    return Source(path, folder, tuple(str(Path(each).resolve()) for each in overlays))


def _locator(source: Source, name: str) -> Locate:
    """What tells where a location of a document is; in a revision, files go by the names that git has for them."""
    from specwright.cli.excerpt import locator

    locate, revision = locator(source.root), name.partition(":")[0]
    if source.root == Path.cwd():
        return locate

    def located(location: Location | Position) -> Place:
        file = location.file if Path(location.file).is_absolute() else f"{revision}:{location.file}"
        return replace(locate(location), file=file)

    return located


def compared(old: Source, new: Source) -> Difference:
    """What has changed between two documents, as the project has it. Raises Refusal if one of them cannot be used."""
    from datetime import date

    from specwright.diff.rules import RULES
    from specwright.difference import SOURCE_RULES, difference
    from specwright.policy import read_policy

    known = [*(rule.id for rule in RULES), *SOURCE_RULES]
    return difference(old, new, read_policy(Path.cwd(), known), date.today())


def _manual() -> dict[str, str]:
    """What each rule finds."""
    from specwright.diff.rules import RULES
    from specwright.difference import SOURCE_RULES

    return {**SOURCE_RULES, **{rule.id: rule.manual for rule in RULES}}


def _status(found: Difference, fail_on: str) -> int:
    """A document of which a part is left out is a finding whatever has changed: that part was not compared."""
    from specwright.problem import failed

    levels = {change.level.value for change in found.changes}
    failing = {"none": False, "any": bool(levels), "breaking": "error" in levels}
    return FINDINGS if failing[fail_on] or any(map(failed, found.problems)) else FINE


def show(told: Told, form: str, quiet: bool) -> None:
    """Print what has changed, and on stderr what is wrong with the documents."""
    from specwright.cli.changes import changes_found, changes_json, changes_markdown
    from specwright.cli.formats.github import github
    from specwright.cli.formats.sarif import sarif
    from specwright.cli.report import show_problems
    from specwright.cli.terminal import say

    for problems, locate in zip(told.found.problems, (told.old, told.new), strict=True):
        show_problems(problems, locate, quiet=True)
    match form:
        case "json":
            say(changes_json(told), sys.stdout)
        case "markdown":
            say(changes_markdown(told), sys.stdout)
        case "github":
            say(github(changes_found(told)), sys.stdout)
        case "sarif":
            say(sarif(changes_found(told), _manual()), sys.stdout)
        case _:
            _show_text(told, quiet)


def _show_text(told: Told, quiet: bool) -> None:
    from specwright.cli.changes import changes_text, summary
    from specwright.cli.report import paint_for
    from specwright.cli.terminal import say

    if text := changes_text(told, paint_for(sys.stdout), quiet=quiet):
        say(text, sys.stdout)
    if not quiet:
        say(summary(told.found), sys.stderr)
