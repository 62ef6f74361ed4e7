from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.types import Matches

from .text import Text

Languages: TypeAlias = dict[Annotated[str, Matches("^[a-z]{2}$")], Text]
