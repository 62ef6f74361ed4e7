"""What there is to prove of a webhook or callback: a row for each, if its body is JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from pydantic import ValidationError

from .case import Draw, Type
from .codec import codec
from .json import Json, encode


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

    def unknown(self, payload: Json) -> bool:
        """Whether an object in a body is none of the alternatives that there are: some day there may be more."""
        try:
            codec(self.type).validate_json(encode(payload))
        except ValidationError as error:
            return any(fault["type"] == "union_member" for fault in error.errors(include_url=False))
        return False

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return self.name
