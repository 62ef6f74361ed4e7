from __future__ import annotations

from typing import TypeAlias

Field2: TypeAlias = str
