"""How much was proved, counted while it is."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Tally:
    """Which operations and schemas were exercised, and with how many examples."""

    operations: set[str] = field(default_factory=set[str])
    schemas: set[str] = field(default_factory=set[str])
    examples: Counter[str] = field(default_factory=Counter[str])
    started: float = field(default_factory=time.monotonic)

    def operation(self, name: str) -> None:
        self.operations.add(name)
        self.examples[name] += 1

    def schema(self, name: str) -> None:
        self.schemas.add(name)
        self.examples[name] += 1

    def __str__(self) -> str:
        seconds = time.monotonic() - self.started
        return (
            f"proved: {len(self.operations)} operations, {len(self.schemas)} schemas, "
            f"{self.examples.total()} examples in {seconds:.1f} s"
        )


TALLY = Tally()
