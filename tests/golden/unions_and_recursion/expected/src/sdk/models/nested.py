from __future__ import annotations

from .._runtime.root import Root


class Nested(Root):
    root: bool | list[Nested]
