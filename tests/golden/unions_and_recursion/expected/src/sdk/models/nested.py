from __future__ import annotations

from .._runtime.model import Root


class Nested(Root):
    root: bool | list[Nested]
