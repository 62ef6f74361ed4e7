"""The doubts about a document, kept for runs that read the same document: to find them takes longest of all reading."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from specwright import cache, probe
from specwright.ir import Location
from specwright.problem import Problem, Severity


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


def _key(root: str, inputs: Mapping[str, str]) -> str:
    return json.dumps(["doubts", probe.tool(root, {}), sorted(inputs.items())])


def _problem(row: list[Any]) -> Problem:
    code, severity, message, file, pointer, remedy = row
    return Problem(code, Severity(severity), message, Location(file, pointer), remedy)
