from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from .._runtime.kinds import Told
from .._runtime.types import Growing, OneOf

from .cat import Cat
from .dog import Dog

Animal: TypeAlias = Annotated[
    Annotated[OneOf[Cat, Dog], Told("kind", {"kitten": Cat, "Dog": Dog}, exactly_one=True)]
    | dict[str, Any],
    Growing("kind", "kitten", "Dog"),
]
"""Cats are mapped, dogs go by the name of their schema."""
