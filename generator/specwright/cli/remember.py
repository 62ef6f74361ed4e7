"""What a run said of an output that is as it should be, kept for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specwright import probe
from specwright.cli.exits import FINDINGS, FINE
from specwright.cli.report import Locate, Located, audible, count, in_colour, plain, problem_rows, problems_text
from specwright.problem import failed
from specwright.tree import digest

if TYPE_CHECKING:
    from specwright.config import Target
    from specwright.pipeline import Build


def remember(target: Target, tool: str, built: Build, locate: Locate) -> None:
    """Keep what was said of an output that is now as it should be."""
    told = {quiet: audible(built.problems, quiet) for quiet in (False, True)}
    said = {
        "status": FINDINGS if failed(built.problems) else FINE,
        "size": size(built),
        "files": len(built.tree),
        "problems": {
            f"{quiet} {paint is in_colour}": problems_text(told[quiet], locate, paint) if told[quiet] else ""
            for quiet in (False, True)
            for paint in (plain, in_colour)
        },
        "rows": list(problem_rows(Located(built.problems, locate))),
    }
    files = {path: digest(text) for path, text in built.tree.items()}
    run = {"tool": tool, "inputs": dict(built.inputs), "files": files, "said": said}
    probe.keep(str(target.root), target.name, table_of(target), run)


def size(built: Build) -> str:
    """`3 operations (1 left out), 2 schemas, 20 files`."""
    absent = f" ({built.left_out} left out)" if built.left_out else ""
    operations, schemas = count(built.operations, "operation") + absent, count(built.schemas, "schema")
    return f"{operations}, {schemas}, {count(len(built.tree), 'file')}"


def table_of(target: Target) -> probe.Table:
    """A target as its table in the configuration has it, with nothing left open."""
    lists = {"overlays": list(target.overlays), "waive": list(target.waive)}
    texts = {name: getattr(target, name) for name in ("spec", "output", "package", "version", "templates")}
    return {**texts, **lists}
