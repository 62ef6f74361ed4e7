from __future__ import annotations

from typing import TypeAlias

from .cat import Cat
from .dog import Dog

Pet: TypeAlias = Cat | Dog
