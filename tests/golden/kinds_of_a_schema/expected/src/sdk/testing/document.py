"""The document of the API, and the judge that reads it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast

from hypothesis.strategies import SearchStrategy, one_of

from .._runtime.testing.alone import alone
from .._runtime.testing.direction import Direction
from .._runtime.testing.json import Json, decode
from .._runtime.testing.mutate import mutated
from .._runtime.testing.oracle import Oracle
from .._runtime.testing.typical import accepted
from .._runtime.testing.words import words


@cache
def oracle() -> Oracle:
    """The judge of everything that the API sends and receives."""
    document = decode(Path(__file__).with_name("openapi.json").read_bytes())
    return Oracle(cast("dict[str, Any]", document))


def valid(
    pointer: str, strategy: SearchStrategy[Json], direction: Direction | None = None
) -> SearchStrategy[Json]:
    """The values that are valid for a schema of which more is said than a strategy can follow.

    Of alternatives that exclude each other and overlap, a value may have to break all but one, and a member may be
    required that is nowhere declared: so some are changed, now and then to what the schema speaks of.
    """

    def accepts(value: Json) -> bool:
        return oracle().validator(pointer, direction).accepts(value)

    schema = oracle().at(oracle().followed(pointer), direction)
    odd = one_of(mutated(strategy, words(schema)), alone(oracle(), pointer, direction, strategy))
    return accepted(strategy, accepts, odd)
