from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from .._runtime.types import Growing

from .cat import Cat
from .other import Other

Pet: TypeAlias = Annotated[Cat | Other | dict[str, Any], Growing("kind", "cat", "Other")]
