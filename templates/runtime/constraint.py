"""What the annotations of types are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from pydantic_core import CoreSchema, core_schema

Info: TypeAlias = "core_schema.ValidationInfo[Mapping[str, object] | None]"


class Constraint:
    """What stands beside a type in `Annotated`. Two that say the same are equal; `repr` shows what they say."""

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and repr(other) == repr(self)

    def __hash__(self) -> int:
        """Of the text, for what is said may hold dicts and lists."""
        return hash(repr(self))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({said})"


def first_of(*choices: CoreSchema) -> CoreSchema:
    """The first of these that a value is valid for."""
    return core_schema.union_schema(list(choices), mode="left_to_right")


def reads(info: Info) -> bool:
    """Whether a client reads a response."""
    return info.context is not None and "open" in info.context
