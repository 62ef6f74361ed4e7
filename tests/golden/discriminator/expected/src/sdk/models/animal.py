from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from .._runtime.types import Growing, OneOf

from .cat import Cat
from .dog import Dog

Animal: TypeAlias = Annotated[OneOf[Cat, Dog] | dict[str, Any], Growing("kind", "kitten", "Dog")]
"""Cats are mapped, dogs go by the name of their schema."""
