"""`specwright verify`: does everything that was generated carry every payload intact?"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from specwright.cli import arguments as common
from specwright.cli.exits import FINDINGS, FINE
from specwright.cli.status import Stopped, attempt

if TYPE_CHECKING:
    from specwright.problem import Refusal
    from specwright.verify.project import Project
    from specwright.verify.workers import Options


def declare(commands: common.Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("verify", help="prove that what was generated carries every payload intact")
    parser.add_argument(
        "names", nargs="*", metavar="TARGET", help="targets of the configuration, or folders of projects; default: all"
    )
    parser.add_argument("--operation", default="*", metavar="NAME", help="only these: pets.get_pet, or 'pets.*'")
    parser.add_argument("--property", default="", metavar="NAME", help="only this one; an unknown name lists them")
    parser.add_argument("--examples", type=_positive, metavar="N", help="payloads for each test; default: 50")
    parser.add_argument("--seed", type=int, metavar="S", help="draw other payloads, the same for each number")
    parser.add_argument("--max-seconds", type=_seconds, metavar="T", help="stop then, and say what was not reached")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text", help="how it is shown")
    common.add_quiet(parser)
    parser.set_defaults(run=run)


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"`{text}` is no whole number from 1 on")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not 0 <= seconds < math.inf:
        raise argparse.ArgumentTypeError(f"`{text}` is no number of seconds")
    return seconds


def run(arguments: argparse.Namespace) -> int:
    """Prove each project and return the worst exit status; raises Refusal if the configuration is wrong."""
    return max(_ended(arguments, make) for make in _projects(arguments.names))


def _projects(names: list[str]) -> Sequence[Callable[[], Project]]:
    """What makes the projects of these names: folders that hold one, or the outputs of targets."""
    from specwright.config import choose, read_config
    from specwright.verify.project import MANIFEST, project

    folders = [name for name in names if (Path(name) / MANIFEST).is_file() or ("/" in name and Path(name).is_dir())]
    made = [partial(project, Path(name).absolute().name, Path(name), name) for name in folders]
    others = [name for name in names if name not in folders]
    targets = choose(read_config(Path.cwd()), others) if others or not folders else ()
    return made + [partial(project, each.name, each.root / each.output, each.output) for each in targets]


def _ended(arguments: argparse.Namespace, make: Callable[[], Project]) -> int:
    from specwright.cli.report import show_problems

    ended = attempt(lambda: _verified(make(), arguments))
    if isinstance(ended, Stopped):
        show_problems(ended.problems, Path.cwd())
        return ended.status
    return ended


def _verified(project: Project, arguments: argparse.Namespace) -> int:
    from specwright.cli.proof import Progress, proof_json, proof_markdown, proof_text
    from specwright.cli.terminal import say
    from specwright.verify.ledger import LEDGER, ledger
    from specwright.verify.proof import prove
    from specwright.verify.workers import events

    options = _options(project, arguments)
    progress = Progress(project, shown=arguments.format == "text" and not arguments.quiet)
    proof = prove(project, events(project, options), progress.tell, narrowed=not options.whole)
    if not proof.subjects and arguments.operation != "*":
        raise _unknown(project, arguments.operation)
    show = {"text": proof_text, "json": proof_json, "markdown": proof_markdown}[arguments.format]
    say(show(proof, progress.seconds), sys.stdout)
    if options.whole and proof.whole:
        (project.root / LEDGER).write_text(ledger(proof), "utf-8", newline="\n")
    return FINE if proof.holds else FINDINGS


def _unknown(project: Project, name: str) -> Refusal:
    from difflib import get_close_matches

    from specwright.problem import Refusal, error

    close = get_close_matches(name, project.operations, 3) or project.operations[:3]
    remedy = f"use a name as the table has it, such as {', '.join(f'`{each}`' for each in close)}"
    return Refusal([error("operation-unknown", f"nothing is called `{name}` here", None, remedy)], findings=False)


def _options(project: Project, arguments: argparse.Namespace) -> Options:
    """What is asked for. Raises Refusal (a run at fault) for a property that there is not."""
    from specwright.problem import Refusal, error
    from specwright.verify.workers import Options, properties

    known = properties(project)
    if arguments.property and arguments.property not in known:
        message = f"there is no property `{arguments.property}`"
        remedy = f"the properties are: {', '.join(known)}"
        raise Refusal([error("property-unknown", message, None, remedy)], findings=False)
    tests = known.get(arguments.property, "tests")
    return Options(arguments.operation, tests, arguments.examples, arguments.seed, arguments.max_seconds)
