"""How large the value is that is being drawn, so that it comes to an end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager

from .typical import typical

DEEPEST = 5
MOST = 60
TYPICALLY_DEEPEST = 9
TYPICALLY_MOST = 300


class _Drawing(threading.local):
    """How deep the drawing is at present, and how many objects and arrays it has so far."""

    def __init__(self) -> None:
        self.depth = 0
        self.count = 0
        self.schemas: list[Callable[[], object]] = []
        self.repeated = 0

    @property
    def lean(self) -> bool:
        """Whether there is much already. Typical data has a schema inside itself once, and then leanly."""
        if typical():
            return bool(self.repeated) or self.depth > TYPICALLY_DEEPEST or self.count > TYPICALLY_MOST
        return self.depth > DEEPEST or self.count > MOST

    def __enter__(self) -> None:
        self.depth += 1
        self.count += 1

    def __exit__(self, *_: object) -> None:
        self.depth -= 1
        if self.depth == 0:
            self.count = 0  # what is drawn next may look at it before it has any object or array

    def sizes(self, min_size: int, max_size: int | None, *, prefix: int = 0, simple: bool = False) -> tuple[int, int]:
        """The least and the most items to draw for an array within bounds; `prefix` of them have a schema each.

        Typically there are one to three, fewer the deeper it stands, if there is room or the items are simple.
        """
        bound = max(min_size, min_size + prefix + 3 if max_size is None else max_size)
        if not typical():
            return min_size, min_size if self.lean else min(min_size + prefix + 3, bound)
        if self.lean and not simple:
            return min_size, min_size
        least = min(max(min_size, prefix, 1), bound)
        return least, min(max(least, min(3, 4 - self.depth // 2)), bound)

    @contextmanager
    def inside(self, schema: Callable[[], object]) -> Generator[None]:
        """While what a schema that may hold itself admits is drawn."""
        again = schema in self.schemas
        self.schemas.append(schema)
        self.repeated += again
        try:
            yield
        finally:
            self.schemas.pop()
            self.repeated -= again


drawing = _Drawing()
