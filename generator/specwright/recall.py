"""What is kept of a document: the doubts about it, for runs that read the same one, to find them takes longest of all
reading; and its pieces, for runs after an edit, which see by them what was edited.
"""

from __future__ import annotations

import json
import marshal
from collections.abc import Mapping
from typing import Any, cast

from specwright import cache, probe
from specwright.ir import Location
from specwright.problem import Problem, Severity
from specwright.read.slices import Pieces


def recalled(root: str, inputs: Mapping[str, str]) -> tuple[Problem, ...] | None:
    """The doubts about what was read from inputs of these digests, if they were kept by this very tool."""
    held = cache.get(_key(root, inputs))
    try:
        rows = None if held is None else json.loads(held)
        return tuple(map(_problem, cast("list[list[Any]]", rows))) if isinstance(rows, list) else None
    except (ValueError, TypeError):
        return None  # it is no record of ours


def keep(root: str, inputs: Mapping[str, str], doubts: tuple[Problem, ...]) -> None:
    """Keep the doubts about a document, each of which has a location in it."""
    rows = [
        [each.code, each.severity.value, each.message, each.location.file, each.location.pointer, each.remedy]
        for each in doubts
        if isinstance(each.location, Location)
    ]
    if len(rows) == len(doubts):
        cache.put(_key(root, inputs), json.dumps(rows).encode(errors="surrogatepass"))


def recalled_pieces(root: str, inputs: Mapping[str, str]) -> Pieces | None:
    """The pieces of the document that was read from inputs of these digests, if this very tool kept them last."""
    held = cache.get(_latest(root, inputs))
    try:
        read, *known = cast("tuple[Any, ...]", marshal.loads(held)) if held else (None,)
        return Pieces(*known) if read == inputs else None
    except (EOFError, ValueError, TypeError):
        return None  # it is no record of ours


def keep_pieces(root: str, inputs: Mapping[str, str], known: Pieces) -> None:
    """Keep a document in pieces, in the place of what its files held before."""
    content = (dict(inputs), known.frame, dict(known.parts), dict(known.leads), known.always, dict(known.kinds))
    cache.put(_latest(root, inputs), marshal.dumps(content))


def _latest(root: str, inputs: Mapping[str, str]) -> str:
    return json.dumps(["pieces", probe.tool(root, {}), root, list(inputs)])  # overlays apply in their order


def _key(root: str, inputs: Mapping[str, str]) -> str:
    return json.dumps(["doubts", probe.tool(root, {}), sorted(inputs.items())])


def _problem(row: list[Any]) -> Problem:
    code, severity, message, file, pointer, remedy = row
    return Problem(code, Severity(severity), message, Location(file, pointer), remedy)
