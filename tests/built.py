"""A whole output in memory, as tests want to look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from specwright.config import Target
from specwright.pipeline import building
from specwright.problem import Problem


@dataclass(frozen=True, slots=True)
class Built:
    """Path -> text of every file, sorted by path, and the rest of a `Build`."""

    files: dict[str, str]
    problems: tuple[Problem, ...]
    operations: int
    left_out: int
    schemas: int
    inputs: Mapping[str, str]


def build(target: Target, *, cached: bool = False) -> Built:
    """What a target generates. Raises Refusal."""
    with building(target, cached=cached) as found:
        files = dict(sorted(found.files))
        return Built(files, found.told(), found.operations, found.left_out, found.schemas, found.inputs)
