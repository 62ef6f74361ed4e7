from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from .._runtime.kinds import KindOf, Kinds

from .pet import Pet

if TYPE_CHECKING:
    from .cat import Cat
    from .dog import Dog
    from .poodle import Poodle

PetUnion: TypeAlias = Annotated[
    KindOf["Cat", "Dog", "Poodle", Pet],
    Kinds(__name__, "petType", {"kitten": "Cat", "cat": "Cat", "Dog": "Dog", "poodle": "Poodle"}),
]
"""A `Pet`, or what extends it: `petType` says which.

As it is received.
"""
