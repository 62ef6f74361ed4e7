"""Webhooks and callbacks: what the API sends by itself, as the Python value that it declares (OpenAPI 3.1, 4.8.18)."""

from __future__ import annotations

from typing import Generic, TypeVar, cast

from pydantic import ValidationError

from .errors import APIWebhookValidationError
from .responses import Answer, fault, select

T = TypeVar("T")


class Webhook(Generic[T]):
    """A request that is received; T is the type of its body. The first of its media types counts if none is named."""

    def __init__(self, title: str, *bodies: Answer) -> None:
        self.title = title
        self.bodies = bodies

    def __repr__(self) -> str:
        return f"Webhook({self.title!r})"

    def parse(self, content: bytes | str, content_type: str = "") -> T:
        """The value of a body, read as the client reads answers; raises APIWebhookValidationError."""
        octets = content.encode() if isinstance(content, str) else content
        body = select(self.bodies, content_type)
        if body is None:
            raise self._invalid(octets, f"the media type {content_type!r} is not declared")
        try:
            return cast(T, body.value(octets, content_type or body.media_type))
        except ValidationError as error:
            raise self._invalid(octets, *fault(error, octets)) from error
        except ValueError as error:
            raise self._invalid(octets, str(error)) from error

    def _invalid(self, content: bytes, reason: str, place: str = "") -> APIWebhookValidationError:
        where = f" at {place}" if place else ""
        return APIWebhookValidationError(f"{self.title}: the body is not as declared{where}: {reason}", content, place)
