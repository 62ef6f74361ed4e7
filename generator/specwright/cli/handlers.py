"""`specwright scaffold handlers`: modules that a person fills in, one for each tag of a target."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from specwright.cli.exits import FINDINGS, FINE

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
    folder, (package, modules) = Path(arguments.into), _wanted(target)
    problems = [
        problem for module, wanted in modules.items() for problem in _module(folder / f"{module}.py", wanted, arguments)
    ]
    problems += _left_over(folder, package, modules)
    show_problems(problems, Path.cwd(), quiet=arguments.quiet)
    return FINDINGS if arguments.check and problems else FINE


def _wanted(target: Target) -> tuple[str, dict[str, Handlers]]:
    """The generated package, and what the module of each tag should hold."""
    from specwright import naming
    from specwright.emit.handler_views import handlers_views
    from specwright.pipeline import read
    from specwright.scaffold.handlers import Handler, Handlers

    api = read(target.spec, target.overlays, target.root, target.waive).api
    package = target.package or naming.package_name(api.title)
    modules = {
        view.module: Handlers(
            view.base,
            view.docstring,
            tuple(Handler(each.name, each.text, each.imports) for each in view.handlers),
        )
        for view in handlers_views(api, package)
    }
    return package, modules


def _left_over(folder: Path, package: str, modules: Mapping[str, Handlers]) -> Iterator[Problem]:
    """What other modules of the folder extend that is no longer there."""
    from specwright.read.load import decoded, octets
    from specwright.scaffold.handlers import left_over

    bases = {wanted.base for wanted in modules.values()}
    for path in sorted(folder.glob("*.py")):
        if path.stem not in modules:
            name = path.as_posix()
            yield from left_over(decoded(octets(path, name), name), package, bases, name)


def _module(path: Path, wanted: Handlers, arguments: argparse.Namespace) -> Iterator[Problem]:
    """What is left to a person in a module, after the missing handlers were written or only told."""
    from specwright.cli.report import count
    from specwright.cli.terminal import say
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
