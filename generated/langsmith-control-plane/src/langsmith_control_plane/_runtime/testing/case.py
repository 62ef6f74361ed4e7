"""What there is to prove, as a table: a row for each named schema and each operation of the API.

Everything that draws or names a type is a function, so that the table is made in no time and without the models.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from hypothesis.strategies import SearchStrategy, none

from ..forms import FORM, Encoding
from ..media import essence
from ..media import json as is_json
from .direction import Direction
from .json import Json

Draw: TypeAlias = Callable[[], SearchStrategy[Json]]
Type: TypeAlias = Callable[[], object]


NO_CONTENT = frozenset({204, 205, 304})
"""The statuses of an answer without content, whatever is declared (RFC 9110, section 15)."""


def _no_type() -> None:
    return None


def example(media_type: str, structured: bool = False) -> str:
    """A media type that is within a declared one."""
    kind = "json" if structured else "octet-stream"
    return (
        media_type.replace("*/*", f"application/{kind}")
        .replace("application/*", "application/x-any")
        .replace("/*", "/x-any")
    )


class _Short:
    """What Hypothesis prints as its `repr` says, not member by member."""

    __slots__ = ()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))


@dataclass(frozen=True, slots=True, repr=False)
class SchemaCase(_Short):
    """A named schema: the type that stands for it, and its pointer in the document if it is a component.

    An inline schema has no pointer, for what surrounds it may say more: it is judged as part of its component. One that
    is not the same both ways has a `direction`.
    """

    name: str
    type: Type
    strategy: Draw
    pointer: str = ""
    direction: Direction | None = None

    def __repr__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class ParameterCase:
    """A parameter: the argument that takes it, where it travels under which name, and the type of its values.

    `explode` is None if it is the default of the style. With a `media_type` the value is one text of it. `pointer` is
    the place of the schema in the document.
    """

    name: str
    wire_name: str
    place: Literal["path", "query", "header", "cookie"]
    type: Type
    strategy: Draw
    required: bool = False
    style: str = "simple"
    explode: bool | None = None
    media_type: str = ""
    pointer: str = ""

    @property
    def form(self) -> bool:
        """Whether an object is the fields of a form."""
        return essence(self.media_type) == FORM

    @property
    def exploded(self) -> bool:
        return self.style == "form" if self.explode is None else self.explode


@dataclass(frozen=True, slots=True, repr=False)
class BodyCase(_Short):
    """A request body of one media type.

    `arguments` goes from members to the arguments that take them, None if `body=` takes it all.
    `optional` are the members that may be absent, of the body and of the objects in it, each as a path of names.
    `encodings` are those of members of a form, and `files` the members that are files or lists of them. What is
    `structured` is JSON whatever its media type.
    """

    media_type: str
    type: Type
    strategy: Draw
    pointer: str
    arguments: Mapping[str, str] | None = None
    optional: tuple[tuple[str, ...], ...] = ()
    required: bool = False
    encodings: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])
    files: tuple[str, ...] = ()
    structured: bool = False

    @property
    def json(self) -> bool:
        return self.structured or is_json(self.media_type)

    @property
    def example(self) -> str:
        """A media type that is within the declared one."""
        return example(self.media_type, self.structured)

    def __repr__(self) -> str:
        return self.media_type

    @property
    def form(self) -> bool:
        return essence(self.media_type) == FORM

    @property
    def multipart(self) -> bool:
        return essence(self.media_type).startswith("multipart/")


@dataclass(frozen=True, slots=True, repr=False)
class ResponseCase(_Short):
    """An answer of one media type, `""` for none: `status` is three digits, a range like `4XX`, or `default`."""

    status: str
    media_type: str = ""
    type: Type = _no_type
    strategy: Draw = none
    pointer: str = ""
    structured: bool = False
    headers: tuple[ParameterCase, ...] = ()

    @property
    def json(self) -> bool:
        return self.structured or is_json(self.media_type)

    @property
    def example(self) -> str:
        """A media type that is within the declared one."""
        return example(self.media_type, self.structured)

    def __repr__(self) -> str:
        return " ".join(filter(None, (self.status, self.media_type)))


@dataclass(frozen=True, slots=True, repr=False)
class Case(_Short):
    """An operation: `client.<tag>.<name>` and `<METHOD> <path>`.

    `waivers` say what of it cannot be proved because there is no value that could be drawn for it, and why.
    """

    tag: str
    name: str
    method: str
    path: str
    parameters: tuple[ParameterCase, ...] = ()
    bodies: tuple[BodyCase, ...] = ()
    responses: tuple[ResponseCase, ...] = ()
    waivers: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"{self.tag}.{self.name}"

    @property
    def preferred(self) -> BodyCase | None:
        """The body that is sent whatever its value is, unless another media type is asked for; None without one."""
        only = self.bodies[0] if len(self.bodies) == 1 else None
        return next((body for body in self.bodies if is_json(body.media_type)), only)

    def code(self, response: ResponseCase) -> int:
        """A status that only this response is declared for, 0 if there is none; by default, a success if none is
        declared."""
        declared = {other.status for other in self.responses}
        if response.status.isdigit():
            return int(response.status)
        if response.status == "default":
            some_success = any(status.startswith("2") for status in declared)
            codes = [code for code in range(400 if some_success else 200, 600) if f"{code // 100}XX" not in declared]
        else:
            codes = list(range(first := int(response.status[0]) * 100, first + 100))
        free = (code for code in codes if str(code) not in declared and code not in NO_CONTENT)
        return next(free, 0)

    def provable(self) -> tuple[ResponseCase, ...]:
        """The responses that an answer can be; one without content if none is declared."""
        declared = self.responses or (() if self.waivers else (ResponseCase("200"),))
        return tuple(response for response in declared if self.code(response) >= 200)

    def waived(self) -> Iterator[str]:
        """What of the operation is declared and yet cannot be proved, each with the reason."""
        yield from self.waivers
        for response in self.responses:
            if not (code := self.code(response)):
                yield f"{response.status}: every status that it could have is declared by itself"
            elif code < 200:
                yield f"{response.status}: no exchange ends with it, and a server framework sends it by itself"
