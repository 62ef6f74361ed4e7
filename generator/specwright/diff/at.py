"""Where in two documents a pair stands: the way to it from a payload, a parameter or a header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from specwright import ir
from specwright.ir import Direction, Location, Schema


@dataclass(frozen=True, slots=True)
class Member:
    """A declared property of an object."""

    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """An element of an array: one of the prefix by its index, or any behind it."""

    index: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A member of an object that it does not declare."""


Step: TypeAlias = "Member | Item | Entry"


@dataclass(frozen=True, slots=True)
class Root:
    """What a document judges as a whole: a payload, or the value of a parameter or a header.

    The pointers are those of its schema in each document, as the overlays leave it.
    """

    old_pointer: str
    new_pointer: str
    direction: Direction


Owner: TypeAlias = "str | tuple[str, str, Direction]"
"""What a pair was found in: an operation, or two named schemas, which several operations may use."""


@dataclass(frozen=True, slots=True, eq=False)
class At:
    """A place in both documents. `subject` says in words what is there, `old` and `new` are the schemas, if any."""

    owner: Owner
    subject: str
    old_place: Location
    new_place: Location
    direction: Direction | None = None
    root: Root | None = None
    old: Schema | None = None
    new: Schema | None = None
    parent: At | None = None
    step: Step | None = None

    def inside(self, step: Step | None, old: Schema | None, new: Schema | None) -> At:
        """The place one step further down; without a step, at one of several alternatives."""
        return replace(self, parent=self, step=step, old=old, new=new)

    def placed(self, old: ir.Property | None, new: ir.Property | None) -> At:
        """The same place, with where a property is declared as its place in each document that declares it."""
        old_place, new_place = (each.location if each else None for each in (old, new))
        return replace(self, old_place=old_place or self.old_place, new_place=new_place or self.new_place)

    def owned(self, owner: Owner, old_place: Location, new_place: Location) -> At:
        """The same place, as part of two named schemas."""
        return replace(self, owner=owner, old_place=old_place, new_place=new_place)

    @property
    def path(self) -> str:
        """The way from the root in words: `config.items[].name`; empty at the root itself."""
        return "".join(_word(step) for step in self.steps).removeprefix(".")

    @property
    def pointer(self) -> str:
        """The way from the root as a JSON pointer; any element is the first, and a member that is not declared `*`."""
        tokens = (Location("") / _token(step) for step in self.steps)
        return "".join(token.pointer for token in tokens)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The way from the root."""
        return tuple(reversed([at.step for at in self.upwards() if at.step is not None]))

    def upwards(self) -> Iterator[At]:
        """This place and those around it, the root last."""
        at: At | None = self
        while at is not None:
            yield at
            at = at.parent


def _token(step: Step) -> str | int:
    match step:
        case Member(name=name):
            return name
        case Item(index=index):
            return index or 0
        case Entry():
            return "*"


def _word(step: Step) -> str:
    match step:
        case Member(name=name):
            return f".{name}"
        case Item(index=index):
            return f"[{'' if index is None else index}]"
        case Entry():
            return ".*"
