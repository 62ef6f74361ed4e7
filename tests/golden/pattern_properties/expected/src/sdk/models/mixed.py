from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.conditions import Patterns
from .._runtime.types import DateTime

from .text import Text

Mixed: TypeAlias = Annotated[
    dict[str, DateTime | Text | bool], Patterns({"^at_": DateTime, "^text_": Text}, others=bool)
]
