from __future__ import annotations

from typing import Literal, TypeAlias

Tag: TypeAlias = Literal["v1"]
