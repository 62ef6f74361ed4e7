from __future__ import annotations

from typing import Any, TypeAlias

FreeForm: TypeAlias = dict[str, Any]
