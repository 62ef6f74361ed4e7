from __future__ import annotations

from typing import TypeAlias

from .named import Named

Alias: TypeAlias = Named
