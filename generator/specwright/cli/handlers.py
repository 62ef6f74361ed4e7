"""`specwright scaffold handlers`: modules that a person fills in, one for each tag of a target."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from specwright.cli.status import FINDINGS, FINE

if TYPE_CHECKING:
    from specwright.config import Target
    from specwright.problem import Problem
    from specwright.scaffold.handlers import Handlers


def run(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> int:
    """Write the handlers of a target that are missing, or with `--check` tell of them; raises Refusal."""
    from specwright.cli.report import show_problems
    from specwright.config import choose, read_config

    if len(arguments.what) != 2 or arguments.what[0] != "handlers":
        parser.error("say `handlers TARGET`, or what to add to a document")
    (target,) = choose(read_config(Path.cwd()), [arguments.what[1]])
    folder = Path(arguments.into)
    problems = [
        problem for module, wanted in _wanted(target) for problem in _module(folder / f"{module}.py", wanted, arguments)
    ]
    show_problems(problems, Path.cwd(), quiet=arguments.quiet)
    return FINDINGS if arguments.check and problems else FINE


def _wanted(target: Target) -> Iterator[tuple[str, Handlers]]:
    """The name of the module of each tag, and what it should hold."""
    from specwright import naming
    from specwright.emit.handler_views import handlers_views
    from specwright.pipeline import read
    from specwright.scaffold.handlers import Handler, Handlers

    api = read(target.spec, target.overlays, target.root, target.waive).api
    for view in handlers_views(api, target.package or naming.package_name(api.title)):
        handlers = tuple(Handler(each.name, each.text, each.imports) for each in view.handlers)
        yield view.module, Handlers(view.base, view.docstring, handlers)


def _module(path: Path, wanted: Handlers, arguments: argparse.Namespace) -> Iterator[Problem]:
    """What is left to a person in a module, after the missing handlers were written or only told."""
    from specwright.cli.report import count, say
    from specwright.ir import Location
    from specwright.problem import error
    from specwright.read.load import decoded, octets
    from specwright.scaffold.handlers import module
    from specwright.scaffold.save import write

    name = path.as_posix()
    before = octets(path, name) if path.exists() else None
    found = module(wanted, None if before is None else decoded(before, name), name)
    yield from found.problems
    if found.added and arguments.check:
        message = f"{count(len(found.added), 'operation')} without a handler: {', '.join(found.added)}"
        place = Location(name) if path.exists() else None
        yield error("handler-missing", f"`{name}` has {message}", place, "Run the command without --check.")
    elif found.added:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, before, found.text.encode(), name)
        if not arguments.quiet:
            say(f"{name}: {count(len(found.added), 'handler')} added: {', '.join(found.added)}", sys.stderr)
