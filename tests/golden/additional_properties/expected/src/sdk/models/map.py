from __future__ import annotations

from typing import TypeAlias

from .open import Open

Map: TypeAlias = dict[str, Open]
