"""A request in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .bodies import Payload


@dataclass(slots=True)
class Draft:
    """What parameters, body and credentials add to a request; all of it is encoded, ready for the wire.

    `query` and `cookies` hold `key=value` texts. Header names are in lower case: the first to set one keeps it.
    """

    path: str = ""
    query: list[str] = field(default_factory=list[str])
    headers: dict[str, bytes] = field(default_factory=dict[str, bytes])
    cookies: list[str] = field(default_factory=list[str])
    payload: Payload | None = None

    @property
    def target(self) -> str:
        """The path and, if there is one, the query."""
        return f"{self.path}?{'&'.join(self.query)}" if self.query else self.path
