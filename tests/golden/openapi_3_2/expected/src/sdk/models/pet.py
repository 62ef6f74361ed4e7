from __future__ import annotations

from typing import TypeAlias

from .cat import Cat
from .other import Other

Pet: TypeAlias = Cat | Other
