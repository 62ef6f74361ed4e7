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

    def code(self, response: ResponseCase) -> int:
        """A status that only this response is declared for; by default, a success if none is declared."""
        declared = {other.status for other in self.responses}
        if response.status.isdigit():
            return int(response.status)
        if response.status == "default":
            codes = (
                code for code in range(200, 600) if f"{code // 100}XX" not in declared and code not in (204, 205, 304)
            )
            some_success = any(status.startswith("2") for status in declared)
            return next(code for code in codes if str(code) not in declared and not (some_success and code < 400))
        first = int(response.status[0]) * 100
        return next(code for code in range(first, first + 100) if str(code) not in declared)
