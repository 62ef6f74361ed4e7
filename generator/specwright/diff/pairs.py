"""The parts of two documents side by side: what the rules are asked about.

There is a class for each kind of part, so that a rule is about one class. `None` on a side says that the part was
added, or removed.
"""

from __future__ import annotations

from dataclasses import dataclass

from specwright import ir


class Pair:
    """Anything that a rule can be about."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Apis(Pair):
    """Both documents as a whole."""

    old: ir.Api
    new: ir.Api


@dataclass(frozen=True, slots=True)
class Operations(Pair):
    """An operation, matched by its method and the shape of its path."""

    old: ir.Operation | None
    new: ir.Operation | None


@dataclass(frozen=True, slots=True)
class Webhooks(Pair):
    """A request that the API sends, matched by its key and method."""

    old: ir.Webhook | None
    new: ir.Webhook | None


@dataclass(frozen=True, slots=True)
class Securities(Pair):
    """What an operation asks for: the requirements, by the names in the document."""

    old: tuple[frozenset[str], ...]
    new: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Parameters(Pair):
    """A parameter, matched by place and name; one of the path by its position."""

    old: ir.Parameter | None
    new: ir.Parameter | None


@dataclass(frozen=True, slots=True)
class Bodies(Pair):
    """A request body."""

    old: ir.Body | None
    new: ir.Body | None


@dataclass(frozen=True, slots=True)
class Requests(Pair):
    """A media type of a request body."""

    old: ir.Content | None
    new: ir.Content | None


@dataclass(frozen=True, slots=True)
class Responses(Pair):
    """A response, matched by its status."""

    old: ir.Response | None
    new: ir.Response | None


@dataclass(frozen=True, slots=True)
class Answers(Pair):
    """A media type of a response."""

    old: ir.Content | None
    new: ir.Content | None


@dataclass(frozen=True, slots=True)
class Headers(Pair):
    """A header of a response, matched by its name whatever its case."""

    old: ir.Parameter | None
    new: ir.Parameter | None


# --- schemas ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Nulls(Pair):
    """Whether a schema admits null."""

    old: bool
    new: bool


@dataclass(frozen=True, slots=True)
class Types(Pair):
    """Schemas of different kinds; references are followed, null is left out."""

    old: ir.Schema
    new: ir.Schema


@dataclass(frozen=True, slots=True)
class Numbers(Pair):
    """Two schemas of numbers."""

    old: ir.Number
    new: ir.Number


@dataclass(frozen=True, slots=True)
class Strings(Pair):
    """Two schemas of strings."""

    old: ir.String
    new: ir.String


@dataclass(frozen=True, slots=True)
class Enumerations(Pair):
    """Two lists of values, or a list of values and the schema of any."""

    old: ir.Enumeration | None
    new: ir.Enumeration | None


@dataclass(frozen=True, slots=True)
class Arrays(Pair):
    """Two schemas of arrays."""

    old: ir.Array
    new: ir.Array


@dataclass(frozen=True, slots=True)
class Objects(Pair):
    """Two schemas of objects."""

    old: ir.Object
    new: ir.Object


@dataclass(frozen=True, slots=True)
class Properties(Pair):
    """A declared property of two objects, and what each says of a member that it does not declare."""

    old: ir.Property | None
    new: ir.Property | None
    old_others: ir.Schema
    new_others: ir.Schema

    @property
    def wire_name(self) -> str:
        """Its name on the wire."""
        present = self.old or self.new
        assert present is not None
        return present.wire_name


@dataclass(frozen=True, slots=True)
class Others(Pair):
    """What two objects say of members that they do not declare, where one of them forbids or admits all."""

    old: ir.Schema
    new: ir.Schema


@dataclass(frozen=True, slots=True)
class Alternatives(Pair):
    """A union, or a schema that has become one: the alternatives that only one side has."""

    removed: tuple[ir.Schema, ...]
    added: tuple[ir.Schema, ...]


@dataclass(frozen=True, slots=True)
class Discriminators(Pair):
    """What two unions say of how to tell their alternatives apart."""

    old: ir.Discriminator | None
    new: ir.Discriminator | None


@dataclass(frozen=True, slots=True)
class Exclusives(Pair):
    """Whether a value may be of several alternatives."""

    old: bool
    new: bool


@dataclass(frozen=True, slots=True)
class Rules(Pair):
    """What only one of two schemas says of a value as a whole."""

    removed: tuple[ir.Rule, ...]
    added: tuple[ir.Rule, ...]


@dataclass(frozen=True, slots=True)
class Restrictions(Pair):
    """What two schemas say of a value as a whole in the same keyword, and not in the same way."""

    old: ir.Rule
    new: ir.Rule
