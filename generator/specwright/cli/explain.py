"""`specwright check --explain FILE:LINE`: the place in the document that a generated line comes from."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from specwright.problem import Refusal, error

if TYPE_CHECKING:
    from specwright.config import Target
    from specwright.ir import Location


def explain(place: str, targets: Sequence[Target], form: str) -> None:
    """Print where a line comes from. Raises Refusal (a run at fault) for one that no target generates."""
    from specwright.cli.terminal import say

    file, line = _parsed(place)
    target, path = _owner(file, targets)
    found = _found(target, path, line)
    say(_json(place, found, target) if form == "json" else _text(place, found, target), sys.stdout)


def _parsed(place: str) -> tuple[Path, int]:
    file, _, line = place.rpartition(":")
    if not file or not line.isdecimal() or int(line) < 1:
        remedy = "write the file, a colon and the number of the line: generated/pets/src/pets/client.py:12"
        raise Refusal([error("place-invalid", f"`{place}` names no line of a file", None, remedy)], findings=False)
    return Path(file), int(line)


def _owner(file: Path, targets: Sequence[Target]) -> tuple[Target, str]:
    """The target that a file belongs to, and the path of the file in its output."""
    path = Path(os.path.abspath(file))
    for target in targets:
        output = Path(os.path.abspath(target.root / target.output))
        if path.is_relative_to(output):
            return target, path.relative_to(output).as_posix()
    outputs = ", ".join(target.output for target in targets)
    remedy = f"the outputs are: {outputs}"
    raise Refusal([error("place-foreign", f"`{file.as_posix()}` is in no output", None, remedy)], findings=False)


def _found(target: Target, path: str, line: int) -> Location | None:
    """The place in the document; none for what is alike for every API. Raises Refusal if there is no such line."""
    from specwright.cli.origin import origin
    from specwright.emit.origins import origins
    from specwright.pipeline import package_of, read
    from specwright.read.position import pointer_at

    text = (target.root / target.output / path).read_text("utf-8", errors="replace")
    if line > len(text.splitlines()):
        message = f"`{path}` has only {len(text.splitlines())} lines"
        raise Refusal([error("place-invalid", message, None, "name one of them")], findings=False)
    reading = read(target.spec, target.overlays, target.root, target.waive)
    if path.endswith("/testing/openapi.json"):
        return reading.document.locate(pointer_at(text, line))
    spot = origins(reading.api, package_of(reading, target), reading.document.locate).get(path)
    return origin(text, line, spot) if spot else None


def _text(place: str, found: Location | None, target: Target) -> str:
    from specwright.cli.excerpt import escaped, locator
    from specwright.cli.report import paint_for, place_lines

    if found is None:
        return f"{escaped(place)} comes from a template: no part of the document decides it"
    told = place_lines(locator(target.root)(found), paint_for(sys.stdout))
    return "\n".join([f"{escaped(place)} comes from #{escaped(found.pointer)}", *told])


def _json(place: str, found: Location | None, target: Target) -> str:
    """{place, file, line, column, pointer}, null where no part of the document decides."""
    from specwright.cli.excerpt import Place, locator

    where = locator(target.root)(found) if found else Place("")
    row = {"file": where.file or None, "line": where.line, "column": where.column}
    return json.dumps({"place": place, **row, "pointer": found.pointer if found else None}, indent=2)
