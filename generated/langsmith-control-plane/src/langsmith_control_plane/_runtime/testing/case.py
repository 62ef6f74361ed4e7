"""What there is to prove, as a table: a row for each named schema and each operation of the API.

Everything that draws or names a type is a function, so that the table is made in no time and without the models.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from hypothesis.strategies import SearchStrategy, none

from .json import Json

Draw: TypeAlias = Callable[[], SearchStrategy[Json]]
Type: TypeAlias = Callable[[], object]


def _no_type() -> None:
    return None


@dataclass(frozen=True, slots=True)
class SchemaCase:
    """A named schema: the type that stands for it, and its pointer in the document if it is a component.

    An inline schema has no pointer, for what surrounds it may say more: it is judged as part of its component.
    """

    name: str
    type: Type
    strategy: Draw
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class ParameterCase:
    """A parameter: the argument that takes it, and where it travels under which name."""

    name: str
    wire_name: str
    place: Literal["path", "query", "header", "cookie"]
    strategy: Draw
    required: bool = False
    style: str = "simple"


@dataclass(frozen=True, slots=True)
class BodyCase:
    """A request body; `arguments` goes from members to the arguments that take them, None if `body=` takes it all.

    `optional` are the members that may be absent, of the body and of the objects in it, each as a path of names.
    """

    media_type: str
    type: Type
    strategy: Draw
    pointer: str
    arguments: Mapping[str, str] | None = None
    optional: tuple[tuple[str, ...], ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class ResponseCase:
    """An answer of one media type, `""` for none: `status` is three digits, a range like `4XX`, or `default`."""

    status: str
    media_type: str = ""
    type: Type = _no_type
    strategy: Draw = none
    pointer: str = ""

    @property
    def code(self) -> int:
        """A status that it is declared for."""
        return int(self.status.replace("X", "0")) if self.status[0].isdigit() else 200

    @property
    def success(self) -> bool:
        return 200 <= self.code < 300


@dataclass(frozen=True, slots=True)
class Case:
    """An operation: `client.<tag>.<name>` and `<METHOD> <path>`."""

    tag: str
    name: str
    method: str
    path: str
    parameters: tuple[ParameterCase, ...] = ()
    body: BodyCase | None = None
    responses: tuple[ResponseCase, ...] = ()

    def __str__(self) -> str:
        return f"{self.tag}.{self.name}"
