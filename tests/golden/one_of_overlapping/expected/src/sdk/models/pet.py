from __future__ import annotations

from typing import TypeAlias

from .._runtime.types import OneOf

from .cat import Cat
from .dog import Dog

Pet: TypeAlias = OneOf[Cat, Dog] | None
