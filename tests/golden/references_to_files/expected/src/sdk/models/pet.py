from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from .._runtime.types import Growing

from .cat import Cat
from .dog import Dog

Pet: TypeAlias = Annotated[Cat | Dog | dict[str, Any], Growing("kind", "cat", "dog")]
