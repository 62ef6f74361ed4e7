"""The commands. Each is a module that declares its arguments and runs."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from specwright.cli import check, diff, generate, init, scaffold, validate, verify
from specwright.cli.status import Stopped, attempt
from specwright.collector import paused


def run(argv: Sequence[str] | None) -> int:
    """Run the command that is named and return its exit status."""
    arguments = _parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int] = arguments.run
    with paused():
        ended = attempt(partial(command, arguments))
    return _told(ended) if isinstance(ended, Stopped) else ended


def _told(stopped: Stopped) -> int:
    from specwright.cli.report import show_problems

    show_problems(stopped.problems, Path.cwd())
    return stopped.status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="specwright", description="Turn an OpenAPI document into a typed Python SDK and keep it in step."
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (init, generate, check, diff, validate, verify, scaffold):
        command.declare(commands)
    return parser


class _Version(argparse.Action):
    """Prints the version of the installed distribution; looked up only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            text = version("specwright")
        except PackageNotFoundError:
            text = "(not installed)"
        print(f"specwright {text}")
        parser.exit()
