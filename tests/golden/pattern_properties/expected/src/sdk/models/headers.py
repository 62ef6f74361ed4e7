from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.types import Matches

Headers: TypeAlias = dict[Annotated[str, Matches("^x-[a-z]+$")], str]
