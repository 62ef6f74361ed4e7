"""Where in a document the schemas of a message stand: JSON pointers into what its overlays leave."""

from __future__ import annotations

from typing import TypeAlias

from specwright import ir
from specwright.ir import escaped

Asked: TypeAlias = "ir.Operation | ir.Webhook"


def parameter_schema(parameter: ir.Parameter) -> str:
    """The schema of a parameter or a header, or that of its only media type."""
    content = f"/content/{escaped(parameter.media_type)}" if parameter.media_type else ""
    return f"{parameter.pointer}{content}/schema"


def request_schema(asked: Asked, content: ir.Content) -> str:
    """The schema of a media type of the request body."""
    return f"{asked.pointer}/requestBody/content/{escaped(content.media_type)}/schema"


def response_schema(asked: Asked, response: ir.Response, content: ir.Content) -> str:
    """The schema of a media type of a response."""
    return f"{asked.pointer}/responses/{response.status}/content/{escaped(content.media_type)}/schema"
