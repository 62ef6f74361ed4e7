from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from .._runtime.rules import Needs

Labels: TypeAlias = Annotated[dict[str, str], Field(min_length=1), Needs("a", ("b",))]
