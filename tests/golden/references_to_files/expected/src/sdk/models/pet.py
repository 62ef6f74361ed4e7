from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from .._runtime.types import Growing, Tagged

from .cat import Cat
from .dog import Dog

Pet: TypeAlias = Annotated[
    Annotated[Cat | Dog, Tagged("kind", "cat", "dog")] | dict[str, Any],
    Growing("kind", "cat", "dog"),
]
