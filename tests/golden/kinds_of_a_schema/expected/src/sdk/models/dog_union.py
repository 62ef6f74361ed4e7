from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from .._runtime.kinds import KindOf, Kinds

from .dog import Dog

if TYPE_CHECKING:
    from .poodle import Poodle

DogUnion: TypeAlias = Annotated[
    KindOf["Poodle", Dog], Kinds(__name__, "petType", {"poodle": "Poodle"})
]
"""A `Dog`, or what extends it: `petType` says which.

As it is received.
"""
