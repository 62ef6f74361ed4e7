from __future__ import annotations

from typing import TypeAlias

FooBarBaz: TypeAlias = str
