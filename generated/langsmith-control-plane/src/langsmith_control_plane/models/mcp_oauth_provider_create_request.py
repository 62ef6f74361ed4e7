from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class MCPOAuthProviderCreateRequest(Model):
    """What is needed to create an OAuth provider from an MCP server's own metadata."""

    provider_id: str
    name: str
    mcp_server_url: str


class MCPOAuthProviderCreateRequestDict(TypedDict):
    """`MCPOAuthProviderCreateRequest` as a dict, with the names of the wire."""

    provider_id: str
    name: str
    mcp_server_url: str
