"""What there is to prove of a webhook or callback: a row for each, if its body is JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from .case import Draw, Type


class Parse(Protocol):
    """A function that parses the body of a webhook."""

    def __call__(self, content: bytes | str, content_type: str = "") -> object: ...


@dataclass(frozen=True, slots=True)
class WebhookCase:
    """The body of a webhook in JSON: how it is parsed, the type that stands for it, and its pointer in the document."""

    name: str
    parse: Parse
    media_type: str
    type: Type
    strategy: Draw
    pointer: str

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return self.name
