"""What a page says of a value, beside the samples of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from specwright.read.json_text import JsonValue


@dataclass(frozen=True, slots=True)
class Told:
    """What is printed of one value: the name of its schema, its kinds in JSON (`null` among them), and more.

    `items` tells of the elements of an array, `members` of those that are named. Where any member is told of, those
    that are not marked as required are optional.
    """

    name: str = ""
    kinds: frozenset[str] = frozenset()
    format: str = ""
    enum: tuple[JsonValue, ...] = ()
    required: bool = False
    description: str = ""
    members: Mapping[str, Told] = field(default_factory=dict[str, "Told"])
    items: Told | None = None


NOTHING = Told()
