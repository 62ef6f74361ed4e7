from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.conditions import Excludes

from .address import Address
from .european import European

Named: TypeAlias = Annotated[Address | None, Excludes(European)]
