"""What a generated package offers, as values: classes, functions and the names of types, and who uses them."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from specwright.emit.surface_types import Type, type_of, written_type
from specwright.ir import NOWHERE, Location


class Party(StrEnum):
    """Whose code is written against the package: that of `callers` of the API, or of `handlers` who answer for it."""

    CALLERS = "callers"
    HANDLERS = "handlers"


@dataclass(frozen=True, slots=True)
class Use:
    """What becomes of values of a type: who makes them, and who reads them."""

    made_by: frozenset[Party] = frozenset()
    read_by: frozenset[Party] = frozenset()

    @property
    def parties(self) -> frozenset[Party]:
        """Everybody who has to do with them."""
        return self.made_by | self.read_by


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a callable: `positional` if it can be given without its name, `required` without a default."""

    name: str
    positional: bool
    required: bool
    type: Type
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Method:
    """A method, function or constructor, for `party` to call or, if `overridden`, to write and be called.

    `operation` is what it stands for, `GET /pets`, whatever it is called; empty for all that is no operation.
    """

    arguments: tuple[Argument, ...]
    returns: Type
    party: Party
    overridden: bool = False
    operation: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a class, or a key of a `TypedDict`; one that is not `required` may be left out, or absent."""

    type: Type
    required: bool
    use: Use
    location: Location = field(default=NOWHERE, compare=False)


Member: TypeAlias = Method | Attribute


@dataclass(frozen=True, slots=True)
class Class:
    """A class with its public members by name, sorted; `twins` are classes that differ in being awaited alone."""

    members: Mapping[str, Member]
    use: Use
    twins: tuple[str, ...] = ()
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a type."""

    type: Type
    use: Use
    location: Location = field(default=NOWHERE, compare=False)


Declaration: TypeAlias = Class | Alias | Method


@dataclass(frozen=True, slots=True)
class Surface:
    """Everything that is offered: `models.Pet`, `resources.pets.Pets`, `Client`, ..., sorted by name."""

    declarations: Mapping[str, Declaration]


CALLERS, HANDLERS = frozenset({Party.CALLERS}), frozenset({Party.HANDLERS})


def written_method(
    function: ast.FunctionDef | ast.AsyncFunctionDef, party: Party, places: Mapping[str, Location]
) -> Method:
    """A method with the signature of a syntax tree; `places` are those of its arguments."""
    given = function.args
    positional = [each for each in (*given.posonlyargs, *given.args) if each.arg != "self"]
    defaults = [*[None] * (len(positional) - len(given.defaults)), *given.defaults, *given.kw_defaults]
    arguments = tuple(
        Argument(
            name=each.arg,
            positional=each in positional,
            required=default is None,
            type=written_type(each.annotation) if each.annotation else type_of("Any"),
            location=places.get(each.arg, NOWHERE),
        )
        for each, default in zip([*positional, *given.kwonlyargs], defaults, strict=True)
    )
    returns = written_type(function.returns) if function.returns else type_of("Any")
    return Method(arguments, returns, party)
