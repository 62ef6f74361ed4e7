"""What is known of a new operation before it is one: a request, answers, and what is told of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from specwright.problem import Position
from specwright.read.json_text import JsonValue
from specwright.scaffold.curl import Request
from specwright.scaffold.told import NOTHING, Told


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a status: samples of its body, or the name of its schema; neither if it has none."""

    status: str
    values: tuple[JsonValue, ...] = ()
    told: Told = NOTHING
    description: str = ""
    schema_name: str = ""


@dataclass(frozen=True, slots=True)
class Homeless:
    """The values of an enumeration whose member is not named: `request` says that it stands in the request."""

    values: tuple[str, ...]
    request: bool
    position: Position


@dataclass(frozen=True, slots=True)
class Material:
    """An operation as a source tells it.

    `parameters` tells of parameters by their place (`path`, `query`, `header`) and name; `body` of the request's.
    """

    request: Request
    answers: tuple[Answer, ...] = ()
    summary: str = ""
    description: str = ""
    operation_id: str = ""
    body: Told = NOTHING
    body_schema: str = ""
    parameters: Mapping[tuple[str, str], Told] = field(default_factory=dict[tuple[str, str], Told])
    homeless: tuple[Homeless, ...] = ()
